import Reliability
import StatusModel

/// The plan of a site's badges: the status and the uptime of the site, of each component and of each group.
enum BadgePlan {
    static func files(of site: Site) -> [SiteFile] {
        let (page, words) = (site.page, site.words)
        let quarter = RecentRange.quarter.range(endingAt: site.now)
        return files(at: "status", .badge) { whole(of: site) }
            + files(at: "uptime", .uptimeBadge) {
                Badge(of: page.title, site.history.uptimeOfWhole(during: quarter).byTheClock, in: words)
            }
            + page.components.indices.flatMap { components(at: $0, on: site, during: quarter) }
            + page.groups.indices.filter { !site.componentsByGroup[$0].isEmpty }
            .flatMap { groups(at: $0, on: site, during: quarter) }
    }
}

private extension BadgePlan {
    static func whole(of site: Site) -> Badge {
        let worst = site.affectedComponents.first?.status
        return Badge(
            label: site.page.title,
            message: worst.map(site.words.label(of:)) ?? site.words.ofQuiet(site),
            color: worst == nil && site.isInDoubt ? .retired : Badge.Color(worst ?? .operational),
            words: site.words
        )
    }

    /// Returns a component's badges, also at its former addresses.
    static func components(at index: Component.Index, on site: Site, during quarter: TimeRange) -> [SiteFile]
    {
        let (component, name) = (site.page.components[index], site.words.components[index])
        return ([component.id] + component.formerIDs).flatMap { id in
            files(at: "badges/\(id)", .badge) {
                Badge(
                    of: name, site.isInService(index) ? site.history.status(of: index) : nil, in: site.words)
            }
                + files(at: "badges/uptime/\(id)", .uptimeBadge) {
                    Badge(
                        of: name, site.history.uptime(of: index, during: quarter),
                        beside: site.history.target(of: index, during: quarter), in: site.words)
                }
        }
    }

    static func groups(at index: ComponentGroup.Index, on site: Site, during quarter: TimeRange) -> [SiteFile]
    {
        let (id, name) = (site.page.groups[index].id, site.page.fullName(of: index))
        let members = site.componentsByGroup[index]
        let isCounted = members.contains { site.history.rules.counts($0, at: site.now) }
        let uptime = files(at: "badges/uptime/\(id)", .uptimeBadge) {
            Badge(of: name, site.history.uptime(of: members, during: quarter), in: site.words)
        }
        return files(at: "badges/\(id)", .badge) {
            let current = members.filter(site.isInService)
            return Badge(of: name, current.isEmpty ? nil : site.worst(of: current), in: site.words)
        } + (isCounted ? uptime : [])
    }

    static func files(
        at path: String, _ kind: OutputKind, _ badge: @escaping @Sendable () -> Badge
    ) -> [SiteFile] {
        [
            SiteFile(kind, path: path + ".svg") { BadgeImage(of: badge()).bytes },
            SiteFile(kind, path: path + ".json") { badge().endpoint },
        ]
    }
}
