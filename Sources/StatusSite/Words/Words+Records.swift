import Reliability
import StatusModel

extension Words {
    /// What the record did to which component, as in "Story API major outage, Website partial outage".
    func affected(by occurrence: Occurrence) -> String {
        let worst = occurrence.effects.reduce(into: [Int: ComponentStatus]()) { worst, effect in
            worst[effect.component] = max(worst[effect.component] ?? .operational, effect.status)
        }
        let parts = occurrence.components.map { component in
            "\(components[component]) \(phrase(for: worst[component] ?? .operational))"
        }
        return parts.count > 5
            ? parts.prefix(4).joined(separator: ", ") + " and \(parts.count - 4) more"
            : parts.joined(separator: ", ")
    }

    /// As in "Identified after".
    func label(of measure: ResponseTimes.Measure) -> String {
        switch measure {
        case .detect: "Detected after"
        case .acknowledge: "Acknowledged after"
        case .notice: "First update after"
        case .identify: "Identified after"
        case .mitigate: "Mitigated after"
        case .restore: "Restored after"
        case .resolve: "Resolved after"
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
