import Reliability
import StatusModel

extension ReportText {
    /// How many incidents there were: by month, severity, component and tag.
    var incidents: ReportSection? {
        let figures = report.incidents
        var section = ReportSection(anchor: "incidents", heading: "Incidents")
        section.sentences = [startedSentence, openSentence].compactMap { $0 }
        if report.months.count > 1, report.months.contains(where: { $0.bySeverity.contains { $0 > 0 } }) {
            section.charts = [
                IncidentsByMonth(
                    of: report.months,
                    within: report.range,
                    severities: page.severities.map(words.label),
                    words: words
                )
            ]
        }
        section.remarks = [
            "An incident counts in the period in which it started, with the highest severity it reached."
        ]
        guard figures.started > 0 else { return section }
        section.tables = [bySeverity, byTag].compactMap { $0 }
        section.remarks.append("It counts with each component that it affected, and with each of its tags.")
        section.links = (year + months).map { ReportCell(words.name(of: $0), path: "history/\($0).html") }
        return section
    }
}

private extension ReportText {
    var startedSentence: String {
        let figures = report.incidents
        guard figures.started > 0 else { return "No incident started in \(name)\(soFar)." }
        let parts = figures.bySeverity.enumerated().filter { $0.element > 0 }
            .map { "\(words.grouped($0.element)) \(page.severities[$0.offset].level)" }
        let count = words.count(figures.started, "incident", "incidents")
        return "\(count) started in \(name)\(soFar): \(words.list(parts))."
    }

    var openSentence: String? {
        let figures = report.incidents
        let before =
            figures.openAtStart == 0
            ? nil
            : "\(words.grouped(figures.openAtStart)) from before \(figures.openAtStart == 1 ? "was" : "were") open when it began"
        let end = isRunning ? "now" : "when it ended"
        let after =
            figures.openAtEnd == 0
            ? nil
            : "\(words.grouped(figures.openAtEnd)) \(isRunning ? (figures.openAtEnd == 1 ? "is" : "are") : (figures.openAtEnd == 1 ? "was" : "were")) open \(end)"
        let parts = [before, after].compactMap { $0 }
        return parts.isEmpty ? nil : words.list(parts) + "."
    }

    /// The period where it is a year, which has a page in the history as its months do.
    var year: [Period] {
        if case .year = report.period { [report.period] } else { [] }
    }

    /// The months of the period that have begun.
    var months: [Period] {
        report.months.map(\.month).filter { report.range.contains($0.range(in: words.zone).from) }
    }

    var bySeverity: ReportTable? {
        let figures = report.incidents
        let ranks = figures.bySeverity.indices.filter { figures.bySeverity[$0] > 0 }
        var table = ReportTable(
            caption: "Incidents by component and severity",
            columns: [.init(title: "Component")]
                + ranks.map { .init(title: page.severities[$0].level, isWide: ranks.count > 3) } + [
                    .init(title: "All")
                ]
        )
        func cells(_ counts: [Int]) -> [ReportCell] {
            ranks.map { ReportCell(counts[$0] == 0 ? "" : words.grouped(counts[$0])) }
                + [ReportCell(words.grouped(counts.reduce(0, +)))]
        }
        table.rows = figures.byComponent.map { [cell(for: $0.component)] + cells($0.bySeverity) }
        guard !table.rows.isEmpty else { return nil }
        table.rows.append(["All incidents"] + cells(figures.bySeverity))
        return table
    }

    /// The most frequent tags.
    var byTag: ReportTable? {
        let tags = report.responses.byTag.enumerated()
            .sorted { ($1.element.figures.incidents, $0.offset) < ($0.element.figures.incidents, $1.offset) }
            .map(\.element)
        guard !tags.isEmpty else { return nil }
        var table = ReportTable(
            caption: "Incidents by tag",
            columns: [
                .init(title: "Tag"), .init(title: "Incidents"), .init(title: "Median time to resolve"),
                .init(title: "n", isWide: true),
            ]
        )
        table.rows = tags.prefix(Self.tagLimit).map { tag, figures in
            let resolved = figures[.resolve]
            return [
                ReportCell(tag), ReportCell(words.grouped(figures.incidents)),
                ReportCell(resolved.median.map(words.duration) ?? words.none),
                ReportCell(words.grouped(resolved.n)),
            ]
        }
        if tags.count > Self.tagLimit {
            table.rows.append([
                ReportCell("\(words.grouped(tags.count - Self.tagLimit)) more tags"), "", "", "",
            ])
        }
        return table
    }

    static var tagLimit: Int { 20 }
}
