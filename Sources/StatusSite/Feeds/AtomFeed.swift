import StatusModel

/// Atom 1.0 (RFC 4287).
struct AtomFeed {
    private let feed: Feed
    private let address: String

    /// - Parameter address: the absolute address at which the feed is published.
    init(_ feed: Feed, at address: String) {
        (self.feed, self.address) = (feed, address)
    }

    /// The feed's bytes.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language)]) { xml in
            writeHead(to: &xml)
            for entry in feed.entries { write(entry, to: &xml) }
        }
        return xml.bytes
    }
}

private extension AtomFeed {
    /// When the feed last changed, according to its records, not to the build.
    ///
    /// RFC 4287 requires such a date (4.2.15), so a feed without entries has that of the site's beginning.
    var updatedAt: Instant { feed.updatedAt ?? feed.since ?? Instant(seconds: 0) }

    func writeHead(to xml: inout XMLWriter) {
        xml.element("id", text: feed.id)
        xml.element("title", text: feed.title)
        xml.element("subtitle", text: feed.summary)
        xml.element("updated", text: updatedAt.description)
        xml.element("author") { xml in
            xml.element("name", text: feed.author)
            xml.element("uri", text: feed.site)
        }
        xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.home)])
        xml.element("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
    }

    func write(_ entry: FeedEntry, to xml: inout XMLWriter) {
        xml.element("entry") { xml in
            xml.element("id", text: entry.id)
            xml.element("title", text: entry.title)
            xml.element("updated", text: entry.publishedAt.description)
            xml.element("published", text: entry.publishedAt.description)
            xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.address)])
            for category in entry.categories { xml.element("category", [("term", category)]) }
            if !entry.html.isEmpty { xml.element("content", [("type", "html")], text: entry.html.source) }
        }
    }
}
