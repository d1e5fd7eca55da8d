import Reliability
import StatusModel

/// A label and what is said of it, small enough for a README: as an image of ours, and as what shields.io
/// makes its own image of.
struct Badge: Sendable {
    let label: String
    let message: String
    let color: Color
    let words: Words

    /// What the message stands on: each is dark enough for white letters (4.5 to 1, WCAG 2.2, 1.4.3).
    enum Color: String, CaseIterable, Sendable {
        case operational = "#327a52"
        case maintenance = "#3066a8"
        case degraded = "#8a6108"
        case partial = "#b34f0b"
        case major = "#b31319"
        case retired = "#5f6368"
    }
}

extension Badge {
    /// The badges of the site, in the root, and of each component.
    static func files(of site: Site) -> [SiteFile] {
        let status = site.history.pageStatus
        let whole = Badge(
            label: site.page.title,
            message: site.words.label(of: status),
            color: Color(status.indicator),
            words: site.words
        )
        return whole.files(at: "status")
            + site.page.components.indices.flatMap { index in
                Badge(of: index, on: site).files(at: "badges/\(site.page.components[index].id)")
            }
    }

    /// Both in one, for those who do not see the image.
    var title: String { words.text.badgeTitle(label: label, message: message) }

    private init(of index: Component.Index, on site: Site) {
        let (component, status) = (site.page.components[index], site.history.status(of: index))
        let isRetired = component.isRetired(at: site.now)
        (label, words) = (component.name, site.words)
        message = isRetired ? words.text.badgeRetired : words.label(of: status)
        color = isRetired ? .retired : Color(status)
    }

    private func files(at path: String) -> [SiteFile] {
        [
            SiteFile(.badge, path: path + ".svg") { BadgeImage(of: self).bytes },
            SiteFile(.badge, path: path + ".json") { endpoint },
        ]
    }

    /// What shields.io reads: the first version of its endpoint's schema.
    private var endpoint: [UInt8] {
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
    fileprivate init(_ status: ComponentStatus) {
        self =
            switch status {
            case .operational: .operational
            case .underMaintenance: .maintenance
            case .degradedPerformance: .degraded
            case .partialOutage: .partial
            case .majorOutage: .major
            }
    }

    fileprivate init(_ indicator: PageStatus.Indicator) {
        self =
            switch indicator {
            case .none: .operational
            case .maintenance: .maintenance
            case .minor: .degraded
            case .major: .partial
            case .critical: .major
            }
    }
}

extension Words {
    /// As in "Partial System Outage".
    fileprivate func label(of status: PageStatus) -> String {
        switch status {
        case .operational: text.badgeOperational
        case .underMaintenance: text.badgeMaintenance
        case .partlyDegraded: text.badgePartlyDegraded
        case .degraded: text.badgeDegraded
        case .minorOutage: text.badgeMinorOutage
        case .partialOutage: text.badgePartialOutage
        case .majorOutage: text.badgeMajorOutage
        }
    }
}
