import Reliability
import StatusModel

extension ReportText {
    /// The number of incidents by month, severity, component and tag.
    var incidents: ReportSection? {
        let figures = report.incidents
        let hasMonths = report.months.contains { $0.bySeverity.contains { $0 > 0 } }
        guard figures.started + figures.openAtStart > 0 || hasMonths else { return nil }
        var section = ReportSection(anchor: "incidents", heading: text.reportIncidentsTitle)
        section.sentences = [startedSentence, openSentence].compactMap { $0 }
        if report.months.count > 1, hasMonths {
            section.charts = [
                IncidentsByMonth(
                    of: report.months,
                    within: report.range,
                    severities: page.severities.indices.map(name),
                    words: words
                )
            ]
        }
        section.remark = text.reportIncidentsRemark
        guard figures.started > 0 else { return section }
        section.tables = [bySeverity, byTag].compactMap { $0 }
        section.remark = words.text.together([section.remark, text.reportIncidentsRemarkTables])
        return section
    }
}

private extension ReportText {
    var startedSentence: String {
        let figures = report.incidents
        guard figures.started > 0 else {
            return isRunning
                ? text.reportIncidentsNoneSoFar(period: name) : text.reportIncidentsNone(period: name)
        }
        let met = figures.bySeverity.indices.filter { figures.bySeverity[$0] > 0 }
        if let only = met.first, met.count == 1 {
            return isRunning
                ? text.reportIncidentsAlikeSoFar(figures.started, period: name, severity: name(of: only))
                : text.reportIncidentsAlike(figures.started, period: name, severity: name(of: only))
        }
        let parts = met.map {
            text.reportIncidentsOfSeverity(figures.bySeverity[$0], severity: name(of: $0))
        }
        let severities = words.list(parts)
        return isRunning
            ? text.reportIncidentsStartedSoFar(figures.started, period: name, severities: severities)
            : text.reportIncidentsStarted(figures.started, period: name, severities: severities)
    }

    var openSentence: String? {
        let (before, after) = (report.incidents.openAtStart, report.incidents.openAtEnd)
        let end = isRunning ? text.reportIncidentsOpenNow : text.reportIncidentsOpenAfter
        let parts = [
            before == 0 ? nil : text.reportIncidentsOpenBefore(before), after == 0 ? nil : end(after),
        ]
        .compactMap { $0 }
        return parts.isEmpty ? nil : text.sentence(words: words.list(parts))
    }

    var bySeverity: ReportTable? {
        let figures = report.incidents
        let ranks = figures.bySeverity.indices.filter { figures.bySeverity[$0] > 0 }
        var table = ReportTable(
            caption: text.reportIncidentsCaption,
            columns: [.init(title: text.reportColumnComponent)]
                + ranks.map { .init(title: name(of: $0), isWide: ranks.count > 3, isName: true) } + [
                    .init(title: text.reportIncidentsColumnAll)
                ]
        )
        func cells(_ counts: [Int]) -> [ReportCell] {
            ranks.map { ReportCell(counts[$0] == 0 ? "" : words.grouped(counts[$0])) }
                + [ReportCell(words.grouped(counts.reduce(0, +)))]
        }
        table.rows = figures.byComponent.map { [cell(for: $0.component)] + cells($0.bySeverity) }
        guard !table.rows.isEmpty else { return nil }
        table.rows.append([ReportCell(text.reportIncidentsRowAll)] + cells(figures.bySeverity))
        return table
    }

    /// The most frequent tags.
    var byTag: ReportTable? {
        let tags = report.responses.byTag.enumerated()
            .sorted { ($1.element.figures.incidents, $0.offset) < ($0.element.figures.incidents, $1.offset) }
            .map(\.element)
        guard !tags.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportIncidentsCaptionTags,
            columns: [
                .init(title: text.reportColumnTag), .init(title: text.reportColumnIncidents),
                .init(title: text.reportFigureRestore),
                .init(title: text.reportColumnN, isWide: true),
                .init(title: text.reportColumnAffected, isWide: true),
            ]
        )
        table.rows = tags.prefix(Self.tagLimit).map { tag, figures in
            let restored = figures[.restore]
            return [
                ReportCell(tag), ReportCell(words.grouped(figures.incidents)),
                ReportCell(restored.median.map(duration) ?? words.none),
                ReportCell(words.grouped(restored.n)),
                ReportCell(figures.affectedSeconds > 0 ? duration(figures.affectedSeconds) : ""),
            ]
        }
        if tags.count > Self.tagLimit {
            table.rows.append([
                ReportCell(text.reportIncidentsMoreTags(tags.count - Self.tagLimit)), "", "", "", "",
            ])
        }
        return table
    }

    static var tagLimit: Int { 20 }
}
