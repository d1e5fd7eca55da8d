import Reliability
import StatusModel

extension ReportText {
    /// How long the service was under maintenance, and how long before readers were told.
    var maintenance: ReportSection? {
        let figures = report.maintenance
        var section = ReportSection(anchor: "maintenance", heading: "Maintenance")
        guard figures.windows > 0 || figures.seconds > 0 else {
            section.sentences = ["There was no maintenance\(soFar)."]
            return section
        }
        let windows = figures.windows == 0 ? "none" : words.count(figures.windows, "window", "windows")
        let begun = figures.windows == 0 ? "no window began in \(name)" : "\(windows) began in \(name)"
        section.sentences = ["\(words.duration(figures.seconds)) of maintenance\(soFar); \(begun).", notice]
            .compactMap { $0 }
        section.remarks = [
            "Where windows overlap, the time counts once. Notice is counted from the first SCHEDULED to the start."
        ]
        return section
    }

    private var notice: String? {
        let figures = report.maintenance
        let given = figures.notice.median.map { median in
            figures.notice.n == 1
                ? "Notice was given \(words.duration(median)) before (n = 1)."
                : "Notice was given \(words.duration(median)) before, as the median of n = \(words.grouped(figures.notice.n))."
        }
        let missing =
            figures.unannounced == 0
            ? nil : "\(words.count(figures.unannounced, "window was", "windows were")) not announced before."
        let sentences = [given, missing].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
