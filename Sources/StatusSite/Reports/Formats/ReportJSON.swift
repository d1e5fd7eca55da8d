import Reliability
import StatusModel

/// A report's figures as JSON, with the keys of `api/statistics.json`.
///
/// A value that does not exist is `null`.
struct ReportJSON {
    let report: PeriodReport
    let page: StatusPage
    private let severities: [Severity.Rank]
    private let provenance: Provenance

    init(_ text: ReportText) {
        (report, page, provenance) = (text.report, text.page, text.provenance)
        severities = text.site.shownSeverities
    }
}

extension ReportJSON {
    /// The text in UTF-8, with each part on its own line.
    var bytes: [UInt8] {
        var json = JSONWriter(expecting: 16_384)
        json.object { json in
            writeHead(to: &json)
            guard report.standing.hasFigures else { return }
            part("site", of: &json, writeSite)
            part("components", of: &json) { $0.lines(of: report.components, write) }
            part("incidents", of: &json, writeIncidents)
            part("response_times", of: &json) { $0.value(report.responses, of: page) }
            part("maintenance", of: &json) { write(report.maintenance, to: &$0) }
            part("post_mortems", of: &json, writePostMortems)
            part("action_items", of: &json, writeActionItems)
            if let policy = report.policy { part("policy", of: &json) { write(policy, to: &$0) } }
            if let alerts = report.alerts { part("alerts", of: &json) { write(alerts, to: &$0) } }
            part("before", of: &json, writeBefore)
            part("months", of: &json) { $0.lines(of: report.months, write) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

private extension ReportJSON {
    func part(_ name: StaticString, of json: inout JSONWriter, _ write: (inout JSONWriter) -> Void) {
        json.newLine()
        json.key(name)
        write(&json)
    }

    func writeHead(to json: inout JSONWriter) {
        json.member("period", report.period.description)
        json.member("from", report.range.from)
        json.member("to", report.range.to)
        json.member("standing", report.standing.key)
        json.member("now", report.asOf)
        json.member("audience", page.audience.rawValue)
        json.member("generator", provenance.generator)
        json.member("revision", provenance.revision?.short)
        json.key("modified")
        json.value(provenance.revision?.isModified)
    }

    func writeSite(to json: inout JSONWriter) {
        json.object { json in
            json.members(of: report.whole)
            json.member(outageFree: report.outageFree)
        }
    }

    func write(to json: inout JSONWriter, _ figures: PeriodReport.ComponentFigures) {
        let component = page.components[figures.component]
        json.object { json in
            json.member("id", component.id)
            json.member("name", component.name)
            json.members(of: figures.uptime, beside: figures.budget?.target)
            let budget = figures.budget
            json.member("target", budget?.target.percent)
            json.member("budget_seconds", budget.map { ExactSeconds(microseconds: $0.allowedMicroseconds) })
            json.member(
                "remaining_seconds",
                budget.map { ExactSeconds(microseconds: $0.remainingMicroseconds) }
            )
            json.member("consumed_percent", budget?.consumedBasisPoints.map { Double($0) / 100 })
            json.member("burn_rate", budget?.burnRate)
            json.member(report.burns.first { $0.component == figures.component })
        }
    }

    func writeIncidents(to json: inout JSONWriter) {
        json.object { json in
            json.member("started", report.incidents.started)
            json.member("open_at_start", report.incidents.openAtStart)
            json.member("open_at_end", report.incidents.openAtEnd)
            json.key("by_severity")
            write(report.incidents.bySeverity, to: &json)
            json.key("by_component")
            json.object { json in
                for row in report.incidents.byComponent {
                    json.key(text: page.components[row.component].id)
                    write(row.bySeverity, to: &json)
                }
            }
            json.key("by_tag")
            json.object { json in
                for (tag, figures) in report.responses.byTag {
                    json.key(text: tag)
                    json.value(figures.incidents)
                }
            }
        }
    }

    /// Writes a number for each severity that the audience can see.
    func write(_ bySeverity: [Int], to json: inout JSONWriter) {
        json.object { json in
            for rank in severities {
                json.key(text: page.severities[rank].level)
                json.value(bySeverity[rank])
            }
        }
    }

    func write(_ figures: MaintenanceFigures, to json: inout JSONWriter) {
        json.object { json in
            json.member("windows", figures.windows)
            json.member("seconds", figures.seconds)
            json.key("notice")
            json.value(figures.leadTime)
            json.member("unannounced", figures.unannounced)
        }
    }

    func writePostMortems(to json: inout JSONWriter) {
        let figures = report.postMortems
        json.object { json in
            json.member("done", figures.done)
            json.member("done_late", figures.doneLate)
            json.member("due", figures.due)
            json.member("overdue", figures.overdue.count)
            json.member("to_come", figures.toCome)
            json.member("voluntary", figures.voluntary)
            guard page.audience == .internal else { return }
            json.key("overdue_incidents")
            json.array(of: figures.overdue.lazy.map { report.allIncidents[$0].record.id })
        }
    }

    func writeActionItems(to json: inout JSONWriter) {
        let (figures, isInternal) = (report.actionItems, page.audience == .internal)
        json.object { json in
            json.member("open", figures.open)
            json.member("overdue", figures.overdue)
            json.member("done", figures.done)
            json.key("pending")
            json.array(of: figures.pending) { json, pending in
                json.object { json in
                    json.member("incident", report.allIncidents[pending.incident].record.id)
                    json.member("text", pending.item.text)
                    json.member("due_on", pending.item.dueOn)
                    json.member("overdue", pending.isOverdue)
                    guard isInternal else { return }
                    json.member("owner", pending.item.owner)
                    json.member("ticket", pending.item.ticket)
                }
            }
            guard isInternal else { return }
            json.key("by_owner")
            json.array(of: figures.byOwner) { json, row in
                json.object { json in
                    json.member("owner", row.owner)
                    json.member("open", row.open)
                    json.member("overdue", row.overdue)
                    json.member("done", row.done)
                }
            }
        }
    }

    func writeBefore(to json: inout JSONWriter) {
        guard let before = report.before else { return json.value(nil as Int?) }
        json.object { json in
            json.member("period", before.period.description)
            json.key("site")
            json.object { $0.members(of: before.whole) }
            json.key("response_times")
            json.value(before.responses)
            json.key("maintenance")
            write(before.maintenance, to: &json)
        }
    }

    func write(to json: inout JSONWriter, _ month: MonthFigures) {
        json.object { json in
            json.member("period", month.month.description)
            json.member("uptime", month.whole.componentTime.ratio)
            json.member("text", month.whole.componentTime.text)
            json.member(byTheClock: month.whole.byTheClock)
            json.key("by_severity")
            write(month.bySeverity, to: &json)
            json.members(of: month)
        }
    }
}
