import Reliability
import StatusModel

extension ReportText {
    /// How quickly the incidents were met; nothing where there were none.
    var responses: ReportSection? {
        let figures = report.responses.all
        guard figures.incidents > 0 else { return nil }
        var section = ReportSection(anchor: "responses", heading: "Response times")
        section.sentences = [resolvedSentence(of: figures)]
        if !report.resolutions.isEmpty {
            section.charts = [ResolutionDots(of: report.resolutions, on: page, words: words)]
        }
        section.tables = [byMeasure(figures), resolvedBySeverity].compactMap { $0 }
        section.remarks = [
            "Times count from the start of the incident; to acknowledge, from its detection where that is known. The median stands first, as one long incident moves the mean. The 90th percentile is shown from 10 incidents on."
        ]
        return section
    }
}

private extension ReportText {
    func resolvedSentence(of figures: ResponseFigures) -> String {
        let resolved = figures[.resolve]
        let open =
            figures.open == 0
            ? "" : "; \(words.grouped(figures.open)) \(figures.open == 1 ? "is" : "are") still open"
        guard let median = resolved.median else { return "None of them is resolved yet." }
        return
            "\(words.duration(median)) is the median time to resolve, of n = \(words.grouped(resolved.n))\(open)."
    }

    func byMeasure(_ figures: ResponseFigures) -> ReportTable {
        var table = summaries("Response times", of: "Time to")
        table.rows = ResponseTimes.Measure.allCases.compactMap { measure in
            figures[measure].n > 0 ? [ReportCell(words.name(of: measure))] + cells(figures[measure]) : nil
        }
        return table
    }

    var resolvedBySeverity: ReportTable? {
        let resolved = report.responses.bySeverity.filter { $0.figures[.resolve].n > 0 }
        guard !resolved.isEmpty else { return nil }
        var table = summaries("Time to resolve by severity", of: "Time to resolve")
        table.rows = resolved.map { [ReportCell(label(of: $0.severity))] + cells($0.figures[.resolve]) }
        return table
    }

    func summaries(_ caption: String, of title: String) -> ReportTable {
        ReportTable(
            caption: caption,
            columns: [
                .init(title: title), .init(title: "n"), .init(title: "Median"),
                .init(title: "Mean", isWide: true),
                .init(title: "90th percentile", isWide: true),
            ]
        )
    }

    func cells(_ summary: Summary) -> [ReportCell] {
        let p90 = summary.n >= 10 ? summary.p90 : nil
        return [ReportCell(words.grouped(summary.n))]
            + [summary.median, summary.mean, p90].map { ReportCell($0.map(words.duration) ?? words.none) }
    }
}

extension Words {
    /// What is measured, as in "Acknowledge".
    func name(of measure: ResponseTimes.Measure) -> String {
        switch measure {
        case .detect: "Detect"
        case .acknowledge: "Acknowledge"
        case .notice: "First update"
        case .identify: "Identify"
        case .mitigate: "Mitigate"
        case .restore: "Restore"
        case .resolve: "Resolve"
        }
    }
}
