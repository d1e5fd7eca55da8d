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
        case uptime = "#2f5f8a"
    }
}

extension Badge {
    /// The badges of the site, in the root, and of each component and group.
    static func files(of site: Site) -> [SiteFile] {
        let worst = site.affectedComponents.first?.status
        let whole = Badge(
            label: site.page.title,
            message: worst.map(site.words.label(of:)) ?? site.words.text.bannerOperational,
            color: Color(worst ?? .operational),
            words: site.words
        )
        return whole.files(at: "status")
            + site.page.components.indices.flatMap { components(at: $0, on: site) }
            + site.page.groups.indices.filter { !site.componentsByGroup[$0].isEmpty }
            .flatMap { groups(at: $0, on: site) }
    }

    /// A component's: its status and its uptime, at its former addresses, too.
    private static func components(at index: Component.Index, on site: Site) -> [SiteFile] {
        let (component, name) = (site.page.components[index], site.words.components[index])
        let status = Badge(of: index, called: name, on: site)
        let uptime = Badge(uptimeOf: [index], called: name, on: site)
        return ([component.id] + component.formerIDs).flatMap { id in
            status.files(at: "badges/\(id)") + uptime.files(at: "badges/uptime/\(id)", .uptimeBadge)
        }
    }

    private static func groups(at index: ComponentGroup.Index, on site: Site) -> [SiteFile] {
        let (id, name) = (site.page.groups[index].id, site.page.fullName(of: index))
        let members = site.componentsByGroup[index]
        let current = members.filter(site.isInService)
        let status = Badge(
            label: name,
            message: current.isEmpty
                ? site.words.text.badgeRetired : site.words.label(of: site.worst(of: current)),
            color: current.isEmpty ? .retired : Color(site.worst(of: current)),
            words: site.words
        )
        return status.files(at: "badges/\(id)")
            + Badge(uptimeOf: members, called: name, on: site).files(at: "badges/uptime/\(id)", .uptimeBadge)
    }

    /// Both in one, for those who do not see the image.
    var title: String { words.text.badgeTitle(label: label, message: message) }

    private init(of index: Component.Index, called name: String, on site: Site) {
        let (component, status) = (site.page.components[index], site.history.status(of: index))
        let isRetired = component.isRetired(at: site.now)
        (label, words) = (name, site.words)
        message = isRetired ? words.text.badgeRetired : words.label(of: status)
        color = isRetired ? .retired : Color(status)
    }

    /// The uptime over 90 days, as the front page has it.
    private init(uptimeOf components: [Component.Index], called name: String, on site: Site) {
        let quarter = RecentRange.quarter.range(endingAt: site.now)
        let uptime =
            components.count == 1
            ? site.history.uptime(of: components[0], during: quarter)
            : site.history.uptime(of: components, during: quarter)
        (words, label) = (site.words, site.words.text.badgeUptimeLabel(name: name))
        let hasData = uptime.observedSeconds > 0
        message = hasData ? words.text.badgeUptime(share: words.share(uptime)) : words.share(uptime)
        color = hasData ? .uptime : .retired
    }

    private func files(at path: String, _ kind: OutputKind = .badge) -> [SiteFile] {
        [
            SiteFile(kind, path: path + ".svg") { BadgeImage(of: self).bytes },
            SiteFile(kind, path: path + ".json") { endpoint },
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
}
