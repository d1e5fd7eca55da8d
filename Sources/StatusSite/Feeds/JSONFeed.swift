import StatusModel

/// JSON Feed 1.1 (jsonfeed.org/version/1.1).
struct JSONFeed {
    private let feed: Feed
    private let address: String

    /// - Parameter address: the absolute address at which the feed is published.
    init(_ feed: Feed, at address: String) {
        (self.feed, self.address) = (feed, address)
    }

    /// The feed's bytes, with one entry on each line.
    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", feed.title)
            json.member("home_page_url", feed.home)
            json.member("feed_url", address)
            json.member("description", feed.summary)
            json.member("language", feed.language)
            json.key("authors")
            json.array(of: [feed.author]) { json, name in
                json.object { json in
                    json.member("name", name)
                    json.member("url", feed.site)
                }
            }
            json.key("items")
            json.lines(of: feed.entries) { json, entry in write(entry, to: &json) }
        }
        return json.bytes
    }
}

private extension JSONFeed {
    func write(_ entry: FeedEntry, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", entry.id)
            json.member("url", entry.address)
            json.member("title", entry.title)
            // An item must have content, even if it is empty.
            json.member("content_html", entry.html.source)
            json.member("date_published", entry.publishedAt)
            json.key("tags")
            json.array(of: entry.categories)
        }
    }
}
