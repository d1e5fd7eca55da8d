import Reliability
import StatusModel

extension ReportText {
    /// The response times of the incidents; `nil` if there were none.
    var responses: ReportSection? {
        let figures = report.responses.all
        guard figures.incidents > 0 else { return nil }
        var section = ReportSection(anchor: "responses", heading: text.reportResponsesTitle)
        section.sentences = [restoredSentence(of: figures)].compactMap { $0 }
        if !report.restorations.isEmpty {
            section.charts = [
                RestorationDots(of: report.restorations, among: report.allIncidents, on: page, words: words)
            ]
        }
        section.tables = [restoredBySeverity, byMetric(figures)].compactMap { $0 }
        section.remark = text.reportResponsesRemark
        return section
    }
}

private extension ReportText {
    /// Returns a sentence with the median and the number of open incidents, or `nil` if it would be empty.
    ///
    /// The median is left out if only one incident is over.
    func restoredSentence(of figures: ResponseFigures) -> String? {
        let restored = figures[.restore]
        guard let median = restored.median else { return text.reportResponsesNone }
        let parts = [
            restored.n > 1 ? text.reportResponsesMedian(restored.n, duration: duration(median)) : nil,
            figures.open > 0 ? text.reportResponsesOpen(figures.open) : nil,
        ]
        let clauses = parts.compactMap { $0 }
        return clauses.isEmpty ? nil : words.sentence(of: clauses)
    }

    func byMetric(_ figures: ResponseFigures) -> ReportTable {
        var table = summaries(text.reportResponsesTitle, of: text.reportResponsesColumnMetric)
        table.rows = ResponseTimes.Metric.allCases.compactMap { metric in
            // A time that is always zero, for example because the first update is the start, is left out.
            figures[metric].mean ?? 0 != 0
                ? [ReportCell(words.name(of: metric))] + cells(figures[metric]) : nil
        }
        return table
    }

    /// The figures of the chart.
    var restoredBySeverity: ReportTable? {
        let restored = report.responses.bySeverity.filter { $0.figures[.restore].n > 0 }
        guard !restored.isEmpty else { return nil }
        var table = summaries(text.reportResponsesCaptionSeverities, of: text.reportColumnTimeToRestore)
        table.rows = restored.map { [ReportCell(label(of: $0.severity))] + cells($0.figures[.restore]) }
        return table
    }

    func summaries(_ caption: String, of title: String) -> ReportTable {
        ReportTable(
            caption: caption,
            columns: [
                .init(title: title), .init(title: text.reportColumnN), .init(title: text.reportColumnMedian),
                .init(title: text.reportColumnMean, isWide: true),
                .init(title: text.reportColumnPercentile, isWide: true),
            ]
        )
    }

    func cells(_ summary: Summary) -> [ReportCell] {
        let p90 = summary.n >= 10 ? summary.p90 : nil
        return [ReportCell(words.grouped(summary.n))]
            + [summary.median, summary.mean, p90].map { ReportCell($0.map(duration) ?? words.none) }
    }
}

extension Localizer {
    /// Returns the name of a metric, such as "Acknowledge".
    fileprivate func name(of metric: ResponseTimes.Metric) -> String {
        switch metric {
        case .detect: text.reportResponsesDetect
        case .acknowledge: text.reportResponsesAcknowledge
        case .firstUpdate: text.reportResponsesNotice
        case .identify: text.reportResponsesIdentify
        case .mitigate: text.reportResponsesMitigate
        case .restore: text.reportResponsesRestore
        case .resolve: text.reportResponsesResolve
        }
    }
}
