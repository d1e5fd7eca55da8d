import Reliability
import StatusModel

extension Localizer {
    /// As in "Identified after".
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

    /// A label as a record's YAML has it, for readers: `requests_failed` is "Requests failed".
    func label(of detail: Record.Detail) -> String {
        let words = detail.label.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension String {
    /// As many of its first words as have at most that many bytes, on one line, with an ellipsis where it
    /// was cut.
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
