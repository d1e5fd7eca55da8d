import Reliability
import StatusModel

/// A label and what is said of it, small enough for a README: as an image of ours, and as what shields.io
/// makes its own image of.
struct Badge: Sendable {
    let label: String
    let message: String
    let color: Color
    let words: Localizer

    /// What the message stands on: each is dark enough for white letters (4.5 to 1, WCAG 2.2, 1.4.3).
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
    /// What is true of something that is in use, or that it is not any more.
    ///
    /// - Parameter status: the status now; `nil` if it is retired.
    init(of name: String, _ status: ComponentStatus?, in words: Localizer) {
        (label, self.words) = (name, words)
        message = status.map(words.label(of:)) ?? words.text.badgeRetired
        color = status.map(Color.init) ?? .retired
    }

    /// An uptime over 90 days.
    init(of name: String, _ uptime: Uptime, beside target: Target? = nil, in words: Localizer) {
        let hasData = uptime.observedSeconds > 0
        let share = words.share(uptime, beside: target)
        (label, self.words) = (words.text.badgeUptimeLabel(name: name), words)
        message = hasData ? words.text.badgeUptime(share: share) : share
        color = hasData ? .uptime : .retired
    }

    /// Both halves in one, for those who do not see the image.
    var title: String { words.text.badgeTitle(label: label, message: message) }

    /// What shields.io reads: the first version of its endpoint's schema.
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
