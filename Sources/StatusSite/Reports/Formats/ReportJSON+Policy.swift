import Reliability
import StatusModel

extension ReportJSON {
    /// Writes how well the policy was followed; this is internal.
    func write(_ figures: PolicyFigures, to json: inout JSONWriter) {
        json.object { json in
            json.key("rules")
            json.object { json in
                for rule in Judgement.Rule.allCases {
                    json.key(text: rule.rawValue)
                    write(rule, of: figures.tally, to: &json)
                }
            }
            json.key("missed")
            json.array(of: figures.missed) { json, missed in
                json.object { json in
                    json.member("incident", report.allIncidents[missed.incident].record.id)
                    json.member("rule", missed.judgement.rule.rawValue)
                    json.member("due_at", missed.judgement.dueAt)
                    json.member("done_at", missed.judgement.doneAt)
                    json.member("late_seconds", missed.seconds)
                }
            }
            json.key("longest_silences")
            json.array(of: figures.silences) { json, silence in
                json.object { json in
                    json.member("incident", report.allIncidents[silence.incident].record.id)
                    json.member("seconds", silence.seconds)
                    json.member("limit_seconds", silence.limit)
                }
            }
            json.key("escalations")
            writeEscalations(figures, to: &json)
        }
    }

    private func write(_ rule: Judgement.Rule, of tally: PolicyTally, to json: inout JSONWriter) {
        json.object { json in
            for rank in page.severities.indices where tally[rule, rank].total > 0 {
                let count = tally[rule, rank]
                json.key(text: page.severities[rank].level)
                json.object { json in
                    json.member("met", count.met)
                    json.member("missed", count.missed)
                    json.member("open", count.open)
                }
            }
        }
    }

    private func writeEscalations(_ figures: PolicyFigures, to json: inout JSONWriter) {
        json.object { json in
            json.member("made", figures.escalationsMade)
            json.member("made_late", figures.escalationsLate.count)
            json.key("late")
            json.array(of: figures.escalationsLate) { json, late in
                json.object { json in
                    write(late, to: &json)
                    json.member("made_at", late.step.madeAt)
                    json.member("late_seconds", late.step.lateSeconds)
                }
            }
            json.key("missed")
            json.array(of: figures.escalationsMissed) { json, missed in
                json.object { write(missed, to: &$0) }
            }
        }
    }

    private func write(_ step: PolicyFigures.LadderStep, to json: inout JSONWriter) {
        json.member("incident", report.allIncidents[step.incident].record.id)
        json.member("to", step.step.to)
        json.member("due_at", step.step.dueAt)
    }
}
