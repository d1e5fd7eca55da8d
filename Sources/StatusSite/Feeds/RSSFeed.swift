import StatusModel

/// RSS 2.0 by the RSS Advisory Board's profile.
struct RSSFeed {
    private let feed: Feed
    private let address: String

    /// - Parameter address: the absolute address at which the feed is published.
    init(_ feed: Feed, at address: String) {
        (self.feed, self.address) = (feed, address)
    }

    /// The feed's bytes.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element("rss", [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]) { xml in
            xml.element("channel") { xml in
                writeChannel(to: &xml)
                for entry in feed.entries { write(entry, to: &xml) }
            }
        }
        return xml.bytes
    }
}

private extension RSSFeed {
    func writeChannel(to xml: inout XMLWriter) {
        xml.element("title", text: feed.title)
        xml.element("link", text: feed.home)
        xml.element("description", text: HTML(escaping: feed.summary).source)
        xml.element("language", text: feed.language)
        // The newest entry's date is used instead of the build's: a build without news changes nothing.
        if let instant = feed.updatedAt {
            xml.element("lastBuildDate", text: instant.rfc822Date)
        }
        xml.element("atom:link", [("rel", "self"), ("type", "application/rss+xml"), ("href", address)])
    }

    func write(_ entry: FeedEntry, to xml: inout XMLWriter) {
        xml.element("item") { xml in
            xml.element("title", text: entry.title)
            xml.element("link", text: entry.address)
            xml.element("guid", [("isPermaLink", "false")], text: entry.id)
            xml.element("pubDate", text: entry.publishedAt.rfc822Date)
            for category in entry.categories { xml.element("category", text: category) }
            if !entry.html.isEmpty { xml.element("description", text: entry.html.source) }
        }
    }
}
