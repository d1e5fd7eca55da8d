import Reliability
import StatusModel

/// A label and a message, small enough for a README: as an image, or as data from which shields.io makes one.
struct Badge: Sendable {
    let label: String
    let message: String
    let color: Color
    let words: Localizer

    /// The background color of the message; all are dark enough for white letters (4.5 to 1, WCAG 2.2, 1.4.3).
    enum Color: String, CaseIterable, Sendable {
        case operational = "#327a52"
        case maintenance = "#3066a8"
        case degraded = "#8a6108"
        case partial = "#b34f0b"
        case major = "#b31319"
        case retired = "#5f6368"
        case uptime = "#2f5f8a"
    }
}

extension Badge {
    /// Makes a badge with the status of something, or with the message that it is retired.
    ///
    /// - Parameter status: the current status; `nil` if it is retired.
    init(of name: String, _ status: ComponentStatus?, in words: Localizer) {
        (label, self.words) = (name, words)
        message = status.map(words.label(of:)) ?? words.text.badgeRetired
        color = status.map(Color.init) ?? .retired
    }

    /// Makes a badge with an uptime over 90 days.
    init(of name: String, _ uptime: Uptime, beside target: Target? = nil, in words: Localizer) {
        let hasData = uptime.observedSeconds > 0
        let share = words.share(uptime, beside: target)
        (label, self.words) = (words.text.badgeUptimeLabel(name: name), words)
        message = hasData ? words.text.badgeUptime(share: share) : share
        color = hasData ? .uptime : .retired
    }

    /// The label and the message in one text, for readers who cannot see the image.
    var title: String { words.text.badgeTitle(label: label, message: message) }

    /// The JSON that shields.io reads: version 1 of its endpoint's schema.
    var endpoint: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schemaVersion", 1)
            json.member("label", label)
            json.member("message", message)
            json.member("color", color.rawValue)
        }
        return json.bytes
    }
}

extension Badge.Color {
    init(_ status: ComponentStatus) {
        self =
            switch status {
            case .operational: .operational
            case .underMaintenance: .maintenance
            case .degradedPerformance: .degraded
            case .partialOutage: .partial
            case .majorOutage: .major
            }
    }
}
