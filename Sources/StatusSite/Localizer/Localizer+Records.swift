import Reliability
import StatusModel

extension Localizer {
    /// Returns the label of a metric, such as "Identified after".
    func label(of metric: ResponseTimes.Metric) -> String {
        switch metric {
        case .detect: text.metricDetect
        case .acknowledge: text.metricAcknowledge
        case .firstUpdate: text.metricFirstUpdate
        case .identify: text.metricIdentify
        case .mitigate: text.metricMitigate
        case .restore: text.metricRestore
        case .resolve: text.metricResolve
        }
    }

    /// Returns a detail's label for readers: `requests_failed` in the record's YAML becomes "Requests failed".
    func label(of detail: Record.Detail) -> String {
        let words = detail.label.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension String {
    /// Returns as many of the text's first words as fit in so many bytes, on one line, with an ellipsis if it was cut.
    func firstWords(within limit: Int) -> String {
        var line: [UInt8] = []
        for word in utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
            guard line.count + word.count < limit else {
                return String(decoding: line, as: UTF8.self) + "\u{2026}"
            }
            if !line.isEmpty { line.append(UInt8(ascii: " ")) }
            line += word
        }
        return String(decoding: line, as: UTF8.self)
    }
}
