import StatusModel

/// `feed.xml`: RSS 2.0 by the RSS Advisory Board's profile.
struct RSSFeed {
    private let page: StatusPage
    private let entries: [FeedEntry]
    private let path: String

    /// - Parameter path: where the feed is published, from the site's root.
    init(of page: StatusPage, containing entries: [FeedEntry], at path: String) {
        (self.page, self.entries, self.path) = (page, entries, path)
    }

    /// The feed's bytes.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element("rss", [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]) { xml in
            xml.element("channel") { xml in
                writeChannel(to: &xml)
                for entry in entries { write(entry, to: &xml) }
            }
        }
        return xml.bytes
    }
}

private extension RSSFeed {
    func writeChannel(to xml: inout XMLWriter) {
        xml.element("title", text: page.title)
        xml.element("link", text: page.address(of: ""))
        xml.element("description", text: "Incidents, maintenance and notices of \(page.title)".escapedForHTML)
        xml.element("language", text: page.language)
        // The newest entry's date and not the build's: a build that says nothing new changes nothing.
        if let latest = entries.lazy.compactMap(\.publishedAt).first {
            xml.element("lastBuildDate", text: latest.asInternetMessagesHaveIt)
        }
        xml.element(
            "atom:link",
            [("rel", "self"), ("type", "application/rss+xml"), ("href", page.address(of: path))]
        )
    }

    func write(_ entry: FeedEntry, to xml: inout XMLWriter) {
        xml.element("item") { xml in
            xml.element("title", text: entry.title)
            xml.element("link", text: entry.address)
            xml.element("guid", [("isPermaLink", "false")], text: entry.id)
            if let instant = entry.publishedAt {
                xml.element("pubDate", text: instant.asInternetMessagesHaveIt)
            }
            for category in entry.categories { xml.element("category", text: category) }
            if !entry.html.isEmpty { xml.element("description", text: entry.html) }
        }
    }
}
