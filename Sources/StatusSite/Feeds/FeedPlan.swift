import StatusModel
import Synchronization

/// Plans a site's feeds and its calendar.
enum FeedPlan {
    /// The whole page's in each format, and each component's beside its page, in an order that is the same
    /// at each build.
    static func files(of site: Site) -> [SiteFile] {
        wholePage(of: site) + components(of: site)
            + [SiteFile(.feed, path: "calendar.ics") { MaintenanceCalendar(site: site).bytes }]
    }
}

private extension FeedPlan {
    /// RSS and Atom also where subscribers of Statuspage have them. All hold the same entries, which are
    /// made once.
    static func wholePage(of site: Site) -> [SiteFile] {
        let shared = SharedFeed(of: site)
        func file(
            _ path: String,
            _ bytes: @escaping @Sendable (_ feed: Feed, _ address: String) -> [UInt8]
        ) -> SiteFile {
            SiteFile(.feed, path: path) { bytes(shared.feed, site.page.address(of: path)) }
        }
        return ["feed.xml", "history.rss"].map { file($0) { RSSFeed($0, at: $1).bytes } }
            + ["atom.xml", "history.atom"].map { file($0) { AtomFeed($0, at: $1).bytes } }
            + [file("feed.json") { JSONFeed($0, at: $1).bytes }]
    }

    static func components(of site: Site) -> [SiteFile] {
        let places = site.page.recordsByComponent
        return site.page.components.indices.map { component in
            let path = "components/\(site.page.components[component].id).xml"
            return SiteFile(.feed, path: path) {
                let feed = Feed(
                    of: component,
                    at: places[component],
                    of: site.page,
                    words: site.words,
                    now: site.now
                )
                return RSSFeed(feed, at: site.page.address(of: path)).bytes
            }
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
