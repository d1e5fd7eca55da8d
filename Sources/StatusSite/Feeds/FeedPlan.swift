import StatusModel
import Synchronization

/// Plans a site's feeds and its calendar.
enum FeedPlan {
    /// The whole page's in each format, and each component's and group's beside its page, in an order that is the same
    /// at each build.
    static func files(of site: Site) -> [SiteFile] {
        wholePage(of: site) + parts(of: site)
            + [SiteFile(.feed, path: "calendar.ics") { MaintenanceCalendar(site: site).bytes }]
    }
}

extension FeedPlan {
    /// A format that the whole page's feed is written in.
    struct Format: Sendable {
        /// What readers know it by.
        let name: String
        /// Where the feed is, from the site's root. `subscribe.html` leads to it.
        let path: String
        /// Where the same feed is, too.
        var otherPaths: [String] = []
        /// The bytes of a feed that is published at an absolute address.
        let bytes: @Sendable (_ feed: Feed, _ address: String) -> [UInt8]
    }

    /// RSS and Atom also where subscribers of Statuspage have them.
    static let formats = [
        Format(name: "RSS", path: "feed.xml", otherPaths: ["history.rss"]) { RSSFeed($0, at: $1).bytes },
        Format(name: "Atom", path: "atom.xml", otherPaths: ["history.atom"]) { AtomFeed($0, at: $1).bytes },
        Format(name: "JSON Feed", path: "feed.json") { JSONFeed($0, at: $1).bytes },
    ]
}

private extension FeedPlan {
    /// All hold the same entries, which are made once.
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
            // At former addresses stands the same, which says where it is now.
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
    ///   - home: where the page that it belongs to is, without its ending: there it is, too.
    ///   - path: where this file is, without its ending.
    ///   - places: by component those of its records among the page's.
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

/// The whole page's feed, made by the first file that is rendered of it: to plan the site costs none.
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
