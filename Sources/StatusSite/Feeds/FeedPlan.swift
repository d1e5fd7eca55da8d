import StatusModel
import Synchronization

/// The plan of a site's feeds and its calendar.
enum FeedPlan {
    /// Returns the feeds of the whole page in each format, and one next to the page of each component and group.
    ///
    /// The order is the same in each build.
    static func files(of site: Site) -> [SiteFile] {
        wholePage(of: site) + parts(of: site)
            + [SiteFile(.feed, path: "calendar.ics") { MaintenanceCalendar(site: site).bytes }]
    }
}

extension FeedPlan {
    /// A format of the whole page's feed.
    struct Format: Sendable {
        /// The name by which readers know it.
        let name: String
        /// The path of the feed from the site's root, to which `subscribe.html` links.
        let path: String
        /// Other paths of the same feed.
        var otherPaths: [String] = []
        /// The function that returns the bytes of a feed that is published at an absolute address.
        let bytes: @Sendable (_ feed: Feed, _ address: String) -> [UInt8]
    }

    /// All formats; RSS and Atom are also at the paths that subscribers of Statuspage use.
    static let formats = [
        Format(name: "RSS", path: "feed.xml", otherPaths: ["history.rss"]) { RSSFeed($0, at: $1).bytes },
        Format(name: "Atom", path: "atom.xml", otherPaths: ["history.atom"]) { AtomFeed($0, at: $1).bytes },
        Format(name: "JSON Feed", path: "feed.json") { JSONFeed($0, at: $1).bytes },
    ]
}

private extension FeedPlan {
    /// Returns the whole page's feeds, which share entries that are made only once.
    static func wholePage(of site: Site) -> [SiteFile] {
        let shared = SharedFeed(of: site)
        return formats.flatMap { format in
            ([format.path] + format.otherPaths).map { path in
                SiteFile(.feed, path: path) { format.bytes(shared.feed, site.page.address(of: path)) }
            }
        }
    }

    static func parts(of site: Site) -> [SiteFile] {
        let (page, places) = (site.page, site.page.recordsByComponent)
        let names = page.componentNames
        let components = page.components.indices.flatMap { index in
            let component = page.components[index]
            // The feed at former addresses is the same, and contains its current address.
            return ([component.id] + component.formerIDs).map { id in
                file(
                    of: [index], called: names[index], home: "components/\(component.id)",
                    at: "components/\(id)",
                    places, site)
            }
        }
        let groups = page.groups.indices.filter { !site.componentsByGroup[$0].isEmpty }.map { index in
            let home = "groups/\(page.groups[index].id)"
            return file(
                of: site.componentsByGroup[index], called: page.fullName(of: index), home: home, at: home,
                places,
                site)
        }
        return components + groups
    }

    /// - Parameters:
    ///   - home: the path of the feed's page without its extension, where the feed is published, too.
    ///   - path: the path of this file without its extension.
    ///   - places: for each component, the indices of its records on the page.
    private static func file(
        of components: [Component.Index], called name: String, home: String, at path: String,
        _ places: [[Int]], _ site: Site
    ) -> SiteFile {
        SiteFile(.feed, path: path + ".xml") {
            let feed = Feed(
                of: Set(components),
                called: name,
                home: home + ".html",
                at: Set(components.flatMap { places[$0] }).sorted(),
                of: site.page,
                words: site.words,
                now: site.now
            )
            return RSSFeed(feed, at: site.page.address(of: home + ".xml")).bytes
        }
    }
}

/// The whole page's feed, made when the first file with it is rendered, so that planning the site costs nothing.
private final class SharedFeed: Sendable {
    private let site: Site
    private let made = Mutex<Feed?>(nil)

    init(of site: Site) { self.site = site }

    var feed: Feed {
        made.withLock { made in
            if let made { return made }
            let feed = Feed(of: site.page, words: site.words, now: site.now)
            made = feed
            return feed
        }
    }
}
