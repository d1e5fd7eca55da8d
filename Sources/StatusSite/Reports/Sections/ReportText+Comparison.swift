import Reliability
import StatusModel

extension ReportText {
    /// The period beside the one before it.
    var comparison: ReportSection? {
        let other = words.name(of: report.period.previous)
        var section = ReportSection(anchor: "comparison", heading: "Compared with \(other)")
        guard let before = report.before else {
            section.sentences = ["There are no figures for \(other) to compare with."]
            return section
        }
        section.sentences = [changes(since: before)]
        if isRunning {
            section.sentences.append("\(other) is over and \(name) is not: counts will still rise.")
        }
        section.tables = [table(beside: before)]
        return section
    }
}

private extension ReportText {
    /// As in "2 incidents fewer than in October 2026; uptime rose by 0.02 points, from 99.91% to 99.93%."
    func changes(since before: PeriodReport.PeriodBefore) -> String {
        let difference = report.incidents.started - before.responses.incidents
        let number = words.count(abs(difference), "incident", "incidents")
        let count =
            difference == 0 ? "As many incidents as" : "\(number) \(difference < 0 ? "fewer" : "more") than"
        return "\(count) in \(words.name(of: before.period))\(soFar)\(course(since: before.uptime))."
    }

    func course(since before: Uptime) -> String {
        guard let now = report.uptime.basisPoints, let then = before.basisPoints else { return "" }
        guard now != then else { return "; uptime is the same, \(report.uptime.text)" }
        let verb = now > then ? "rose" : "fell"
        let size = Self.points(abs(now - then))
        return "; uptime \(verb) by \(size), from \(before.text) to \(report.uptime.text)"
    }

    func table(beside before: PeriodReport.PeriodBefore) -> ReportTable {
        let this = isRunning ? "\(name), so far" : name
        var table = ReportTable(
            caption: "\(name) beside the period before",
            columns: [
                .init(title: "Figure"), .init(title: words.name(of: before.period)), .init(title: this),
                .init(title: "Change", isWide: true),
            ]
        )
        let (now, then) = (report.uptime, before.uptime)
        if let one = then.basisPoints, let other = now.basisPoints {
            let change = other == one ? "none" : Self.signed(other - one, Self.points(abs(other - one)))
            table.rows.append(["Uptime", ReportCell(then.text), ReportCell(now.text), ReportCell(change)])
            table.rows.append(
                row(
                    "Downtime",
                    then.downtimeMilliseconds / 1000,
                    now.downtimeMilliseconds / 1000,
                    words.duration
                )
            )
        }
        table.rows.append(
            row("Incidents", before.responses.incidents, report.incidents.started, words.grouped)
        )
        if let one = before.responses[.resolve].median, let other = report.responses.all[.resolve].median {
            table.rows.append(row("Median time to resolve", one, other, words.duration))
        }
        table.rows.append(
            row("Maintenance", before.maintenance.seconds, report.maintenance.seconds, words.duration)
        )
        return table
    }

    func row(_ title: String, _ then: Int, _ now: Int, _ text: (Int) -> String) -> [ReportCell] {
        let change = now == then ? "none" : Self.signed(now - then, text(abs(now - then)))
        return [ReportCell(title), ReportCell(text(then)), ReportCell(text(now)), ReportCell(change)]
    }

    static func signed(_ difference: Int, _ size: String) -> String {
        (difference < 0 ? "\u{2212}" : "+") + size
    }

    /// Hundredths of a percent as in "0.02 points".
    static func points(_ size: Int) -> String {
        "\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100) points"
    }
}
