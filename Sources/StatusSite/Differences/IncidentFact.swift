import Reliability
import StatusModel

/// Something that a month's figures are made of, of one incident: its severity, a time, what came of a rule.
struct IncidentFact {
    /// What it is, as in "time to resolve".
    let name: String
    let value: String
    /// Whether nothing that happens later may change it.
    let isSettled: Bool
}

extension IncidentFact {
    /// What a change moves of the incidents that started in the month: their number, then what is known of each.
    static func changes(of month: Period, _ pairs: SitePairs) -> [PastChange] {
        let words = pairs.after.words
        let count = { (site: Site) in
            site.history.incidentCount(startedDuring: month.range(in: site.page.zone))
        }
        let (before, after) = (count(pairs.before), count(pairs.after))
        let number = PastChange("incidents", in: month, from: "\(before)", to: "\(after)", words: words)
        return [number].compactMap { $0 }
            + (pairs.incidents[month] ?? []).flatMap { pair -> [PastChange] in
                let incident = pairs.before.history.incidents[pair.before]
                let slug = pairs.after.history.incidents[pair.after].record.slug
                return changes(
                    from: pairs.before.facts(of: incident, ranks: pairs.ranks, on: pairs.after),
                    to: pairs.after.facts(of: pairs.after.history.incidents[pair.after]),
                    wasOpen: incident.isOpen,
                    isOpen: pairs.after.history.incidents[pair.after].isOpen
                )
                .compactMap { PastChange("\($0) of \(slug)", in: month, from: $1, to: $2, words: words) }
            }
    }

    /// What is another. What is still to come in an incident that is open, or was, may come without a word on it.
    private static func changes(
        from before: [IncidentFact], to after: [IncidentFact], wasOpen: Bool, isOpen: Bool
    ) -> [(name: String, before: String?, after: String?)] {
        let old = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(after.map { ($0.name, $0) }) { first, _ in first }
        let moved = before.filter { fact in
            fact.isSettled
                && (new[fact.name].map { $0.isSettled && $0.value != fact.value } ?? !(wasOpen || isOpen))
        }
        let come = wasOpen ? [] : after.filter { $0.isSettled && old[$0.name] == nil }
        return moved.map { ($0.name, $0.value, new[$0.name]?.value) } + come.map { ($0.name, nil, $0.value) }
    }
}

extension Site {
    /// - Parameters:
    ///   - ranks: what the page's severities are on the later one.
    ///   - later: that page; `nil` if this is it.
    fileprivate func facts(
        of incident: IncidentFacts, ranks: [Severity.Rank: Severity.Rank]? = nil, on later: Site? = nil
    ) -> [IncidentFact] {
        let severities = (later ?? self).page.severities
        let rank = ranks.map { $0[incident.severity] } ?? incident.severity
        let severity = rank.map { severities[$0].level } ?? page.severities[incident.severity].level
        let times = ResponseTimes.Measure.allCases.compactMap { measure in
            incident.times[measure].map {
                IncidentFact(
                    name: "time to \(measure.rawValue)", value: words.plainExactDuration($0),
                    isSettled: !incident.isOpen || measure != .restore)
            }
        }
        return [IncidentFact(name: "severity", value: severity, isSettled: !incident.isOpen)] + times
            + verdicts(on: incident)
    }

    /// What came of the policy's rules, as far as the readers are told; promises and steps are told by their order.
    private func verdicts(on incident: IncidentFacts) -> [IncidentFact] {
        let compliance = PolicyCompliance(of: incident.record, on: page, now: now)
        let judgements = compliance.judgements.filter { isForTeam || $0.rule == .postMortem }
        var numbers: [Judgement.Rule: Int] = [:]
        let rules = judgements.map { judgement in
            let number = numbers[judgement.rule, default: 0] + 1
            numbers[judgement.rule] = number
            return IncidentFact(
                name: number == 1 ? judgement.rule.rawValue : "\(judgement.rule.rawValue) \(number)",
                value: judgement.verdict.rawValue, isSettled: judgement.verdict != .open)
        }
        guard isForTeam else { return rules }
        return rules
            + compliance.escalations.map { step in
                IncidentFact(
                    name: "escalation to \(step.to)",
                    value: step.madeAt.map { $0 <= step.dueAt ? "in time" : "late" } ?? "missed",
                    isSettled: step.madeAt != nil || !incident.isOpen)
            }
    }
}
