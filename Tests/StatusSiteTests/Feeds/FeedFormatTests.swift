import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// The same entries in each format, and each component's own. One after the other: Foundation's parser is
/// not made for several threads.
@Suite(.serialized) struct FeedFormatTests {
    @Test func allFormatsHoldTheSameEntries() throws {
        let site = try RenderedSite(Sample.full)
        let rss = try items(of: site["feed.xml"])
        let atom = try root(of: site["atom.xml"]).all("entry")
        let json = try jsonItems(of: site["feed.json"])
        #expect(rss.count > 5)
        #expect(rss.map { $0["guid"] } == atom.map { $0["id"] })
        #expect(rss.map { $0["guid"] } == json.map { $0["id"] as? String })
        #expect(rss.map { $0["title"] } == atom.map { $0["title"] })
        #expect(rss.map { $0["title"] } == json.map { $0["title"] as? String })
        #expect(rss.map { $0["link"] } == atom.map { $0.all("link").first?.attributes["href"] })
        #expect(rss.map { $0["link"] } == json.map { $0["url"] as? String })
        #expect(rss.map { $0["description"] } == atom.map { $0["content"] })
        #expect(rss.map { $0["description"] ?? "" } == json.map { $0["content_html"] as? String })
        let categories = rss.map { $0.all("category").map(\.text) }
        #expect(categories == atom.map { $0.all("category").compactMap { $0.attributes["term"] } })
        #expect(categories == json.map { $0["tags"] as? [String] })
    }

    @Test func statuspagesSubscribersFindTheSameFeedsUnderItsNames() throws {
        let site = try RenderedSite(Sample.full)
        let (own, other) = ("status.example.com/", "status.example.com/history")
        #expect(site["history.rss"] == site["feed.xml"].replacing(own + "feed.xml", with: other + ".rss"))
        #expect(site["history.atom"] == site["atom.xml"].replacing(own + "atom.xml", with: other + ".atom"))
    }

    @Test func anAtomFeedHasWhatItsStandardDemands() throws {
        let root = try root(of: RenderedSite(Sample.full)["atom.xml"])
        #expect(root.name == "feed" && root.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
        #expect(root["id"] == "https://status.example.com/")
        #expect(root["title"] == "Map Bakery Status")
        #expect(root.all("author").first?["name"] == "Map Bakery Status")
        #expect(root.all("link").map { $0.attributes["rel"] } == ["alternate", "self"])
        #expect(root.all("link")[1].attributes["href"] == "https://status.example.com/atom.xml")
        let entries = root.all("entry")
        #expect(root["updated"] == entries.compactMap { $0["published"] }.max())
        for entry in entries {
            #expect(try #require(entry["id"]).hasPrefix("tag:status.example.com,2026-"))
            #expect(try #require(entry["updated"]) <= "2026-11-20T12:00:00Z")
        }
    }

    @Test func anAtomFeedInWhichNothingWasSaidIsStillOne() throws {
        let root = try root(of: RenderedSite(Sample.empty)["atom.xml"])
        // The day from which on the site is tracked.
        #expect(root["updated"] == "2026-08-01T00:00:00Z")
        #expect(root.all("entry").isEmpty)
    }

    @Test func aJSONFeedSaysWhatItIs() throws {
        let feed = try json(RenderedSite(Sample.full)["feed.json"])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["title"] as? String == "Map Bakery Status")
        #expect(feed["home_page_url"] as? String == "https://status.example.com/")
        #expect(feed["feed_url"] as? String == "https://status.example.com/feed.json")
        #expect((feed["authors"] as? [[String: String]])?.first?["name"] == "Map Bakery Status")
    }

    @Test(arguments: ["feed.xml", "atom.xml", "feed.json", "components/ovens.xml"])
    func oneMoreUpdateChangesNoOthersIdentity(path: String) throws {
        var page = Sample.empty
        page.incidents = [
            Sample.incident(
                "oven",
                "Oven",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-20T09:00",
                [
                    Sample.update(.investigating, "2026-11-20T09:05", "a"),
                    Sample.update(.monitoring, "2026-11-20T10:00", "c"),
                ]
            )
        ]
        let before = try identities(in: RenderedSite(page)[path])
        page.incidents[0].updates.insert(
            Sample.update(.identified, "2026-11-20T09:30", "b"),
            at: 1
        )
        let after = try identities(in: RenderedSite(page)[path])
        #expect(before.count == 2 && after.count == 3)
        #expect([after[0], after[2]] == before)
        #expect(!before.contains(after[1]))
    }

    @Test func aComponentsFeedHoldsItsOwnEntries() throws {
        var page = Sample.empty
        page.incidents = [
            // The shop is named by the second update, and the couriers never.
            Sample.incident(
                "oven",
                "Oven",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-20T09:00",
                [
                    Sample.update(.investigating, "2026-11-20T09:05", "a"),
                    Sample.update(
                        .identified,
                        "2026-11-20T09:30",
                        "b",
                        [StatusChange(1, .degradedPerformance), StatusChange(1, .partialOutage)]
                    ),
                    Sample.update(.monitoring, "2026-11-20T10:00", "c"),
                ]
            )
        ]
        page.maintenance = [
            Sample.record("sweep", "Sweep").maintenance(
                from: Sample.at("2026-11-18T09:00"),
                until: Sample.at("2026-11-18T10:00"),
                components: [StatusChange(1, .underMaintenance)]
            )
        ]
        page.notices = [Sample.record("note", "Note").notice(from: Sample.at("2026-11-19T00:00"))]
        let site = try RenderedSite(page)
        #expect(
            try items(of: site["components/ovens.xml"]).map { $0["title"] } == [
                "Monitoring: Oven", "Identified: Oven", "Investigating: Oven",
            ]
        )
        #expect(
            try items(of: site["components/shop.xml"]).map { $0["title"] } == [
                "Monitoring: Oven", "Identified: Oven", "Completed: Sweep", "In progress: Sweep",
            ]
        )
        #expect(try items(of: site["components/couriers.xml"]).isEmpty)
    }

    @Test func aComponentsFeedIsItsPages() throws {
        let site = try RenderedSite(Sample.full)
        let channel = try #require(root(of: site["components/shop.xml"]).all("channel").first)
        #expect(channel["title"] == "Shop – Map Bakery Status")
        #expect(channel["link"] == "https://status.example.com/components/shop.html")
        #expect(
            channel.all("atom:link").first?.attributes["href"]
                == "https://status.example.com/components/shop.xml"
        )
        #expect(
            site["components/shop.html"].contains(
                "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Shop – Map Bakery Status\" "
                    + "href=\"shop.xml\">"
            )
        )
    }

    @Test func everyPageLeadsReadersToTheFeeds() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.pages where path != EmbedPage.path {
            let root = path == "404.html" ? "/" : path.contains("/") ? "../" : ""
            for (type, feed) in [
                ("rss+xml", "feed.xml"), ("atom+xml", "atom.xml"), ("feed+json", "feed.json"),
            ] {
                #expect(
                    site[path].contains(
                        "<link rel=\"alternate\" type=\"application/\(type)\" title=\"Map Bakery Status\" "
                            + "href=\"\(root)\(feed)\">"
                    ),
                    "\(path)"
                )
            }
        }
    }
}

private extension FeedFormatTests {
    func root(of text: String) throws -> XMLDocumentReader.Element {
        try #require(XMLDocumentReader.root(of: Array(text.utf8)))
    }

    func items(of text: String) throws -> [XMLDocumentReader.Element] {
        try #require(root(of: text).all("channel").first).all("item")
    }

    func json(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func jsonItems(of text: String) throws -> [[String: Any]] {
        try #require(json(text)["items"] as? [[String: Any]])
    }

    func identities(in text: String) throws -> [String] {
        if text.hasPrefix("{") { return try jsonItems(of: text).compactMap { $0["id"] as? String } }
        let root = try root(of: text)
        let entries = root.name == "feed" ? root.all("entry") : try items(of: text)
        return entries.compactMap { $0["id"] ?? $0["guid"] }
    }
}
