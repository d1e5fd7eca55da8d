import Reliability
import StatusModel

extension ReportText {
    /// What the period comes to, in a few sentences.
    var summary: [String] {
        switch report.standing {
        case .ahead:
            ["\(name) has not begun."]
        case .beforeRecords(let first):
            ["There are no figures for \(name): they begin on \(words.date(first))."]
        case .ended, .running:
            [extent, totals, objectives, backlog].compactMap { $0 }
        }
    }
}

private extension ReportText {
    /// Which part of the period has figures, where that is not all of it.
    var extent: String? {
        let first = site.history.periods.firstDay
        let since = first > report.period.firstDay ? "Figures begin on \(words.date(first))." : nil
        let until =
            isRunning ? "\(name) goes on: all figures are so far, up to \(words.dateAndTime(site.now))." : nil
        let sentences = [until, since].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    var totals: String {
        var parts = report.uptime.observedSeconds > 0 ? ["\(report.uptime.text) uptime"] : []
        let started = report.incidents.started
        parts.append(started == 0 ? "no incidents" : words.count(started, "incident", "incidents"))
        let worked = report.maintenance.seconds
        parts.append(worked == 0 ? "no maintenance" : "\(words.duration(worked)) of maintenance")
        let resolved = report.responses.all[.resolve]
        let half =
            resolved.median.map { median in
                resolved.n == 1
                    ? " The one that is resolved took \(words.duration(median))."
                    : " The median time to resolve was \(words.duration(median)) (n = \(words.grouped(resolved.n)))."
            } ?? ""
        let list = words.list(parts)
        return list.prefix(1).uppercased() + list.dropFirst() + "." + half
    }

    /// Whether the objectives were met.
    var objectives: String? {
        let bound = report.components.filter { $0.budget != nil }
        guard !bound.isEmpty else { return nil }
        let missed = bound.filter(\.missesObjective)
        guard !missed.isEmpty else {
            let all =
                switch bound.count {
                case 1: "The one objective"
                case 2: "Both objectives"
                default: "All \(bound.count) objectives"
                }
            return isRunning ? "\(all) can still be met." : "\(all) \(bound.count == 1 ? "was" : "were") met."
        }
        let details = missed.map { figures in
            let target = figures.budget.map { words.share($0.target) } ?? ""
            return "\(words.components[figures.component]) (\(figures.uptime.text), objective \(target))"
        }
        let verb = isRunning ? (missed.count == 1 ? "is" : "are") : (missed.count == 1 ? "was" : "were")
        let share = "\(missed.count) of \(words.count(bound.count, "objective", "objectives"))"
        return "\(share) \(verb) missed\(isRunning ? " already" : ""): \(words.list(details, atMost: 5))."
    }

    /// What is left to do.
    var backlog: String? {
        let accounts = report.postMortems.overdue.count
        let items = report.actionItems.overdue
        let parts = [
            accounts == 0 ? nil : words.count(accounts, "post-mortem", "post-mortems"),
            items == 0 ? nil : words.count(items, "action item", "action items"),
        ]
        .compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return "\(words.list(parts)) \(accounts + items == 1 ? "is" : "are") overdue."
    }
}

extension PeriodReport.ComponentFigures {
    /// Whether more was lost than the objective allows for the whole period.
    var missesObjective: Bool { budget.map { $0.remainingMicroseconds < 0 } ?? false }
}
