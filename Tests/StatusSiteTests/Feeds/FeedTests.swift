import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// What programs read as XML. One after the other: Foundation's parser is not made for several threads.
@Suite(.serialized) struct FeedTests {
    @Test func everyUpdateIsAnEntryAndTheNewestComesFirst() throws {
        let items = try items(of: page())
        #expect(
            items.map { $0["title"] } == [
                "Resolved: Story generation is slow", "Under repair: Story generation is slow",
                "Investigating: Story generation is slow", "We move",
            ]
        )
        #expect(
            items.map { $0["pubDate"] } == [
                "Fri, 02 Jan 2026 17:45:00 GMT", "Fri, 02 Jan 2026 17:15:00 GMT",
                "Fri, 02 Jan 2026 17:05:00 GMT", "Thu, 01 Jan 2026 08:00:00 GMT",
            ]
        )
    }

    @Test func entriesLeadToTheUpdatesPlaceOnItsPage() throws {
        #expect(
            try items(of: page()).map { $0["link"] } == [
                // 2026-01-02 is day 20,455: 20,455 × 86,400 = 1,767,312,000.
                "https://example.com/status/incidents/slow-%C3%A4.html#update-1767375900",
                "https://example.com/status/incidents/slow-%C3%A4.html#update-1767374100",
                "https://example.com/status/incidents/slow-%C3%A4.html#update-1767373500",
                "https://example.com/status/incidents/move.html",
            ]
        )
    }

    @Test func entriesAreFiledByPhaseSeverityAndComponents() throws {
        let categories = try items(of: page()).map { $0.all("category").map(\.text) }
        #expect(
            categories == [
                ["Resolved", "SEV-1", "Story <API>", "Website"],
                ["Under repair", "SEV-1", "Story <API>", "Website"],
                ["Investigating", "SEV-2", "Story <API>"], [],
            ]
        )
    }

    @Test func publishedPostMortemIsAnEntry() throws {
        var page = page()
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.sections = [PostMortem.Section(kind: .summary, title: "Summary", prose: prose("A pool."))]
        page.incidents[0].postMortem = postMortem
        #expect(try items(of: page).count == 4)
        page.incidents[0].postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        let item = try #require(try items(of: page).first)
        #expect(item["title"] == "Post-mortem: Story generation is slow")
        #expect(item["link"] == "https://example.com/status/incidents/slow-%C3%A4.html#post-mortem")
        // It is told with the resolution on that day, and not before it.
        #expect(item["pubDate"] == "Fri, 02 Jan 2026 17:45:00 GMT" && item["description"] == "<p>A pool.</p>")
        #expect(item.all("category").map(\.text) == ["Post-mortem", "SEV-1", "Story <API>", "Website"])
        page.incidents[0].postMortem?.publishedOn = Day(year: 2026, month: 1, day: 3)
        let at = page.incidents[0].postMortemPublishedAt(in: .utc)
        #expect(at?.description == "2026-01-03T00:00:00Z")
    }

    @Test func unannouncedMaintenanceIsNewsFromItsBeginningOn() throws {
        let page = page()
        #expect(try items(of: page, now: instant(48, 0) - 1).count == 4)
        let running = try #require(try items(of: page, now: instant(48, 0)).first)
        #expect(running["title"] == "In progress: Database upgrade")
        #expect(running["pubDate"] == "Sun, 04 Jan 2026 00:00:00 GMT")
        #expect(running["guid"] == "tag:example.com,2026-01-04:/status/upgrade")
        #expect(running["link"] == "https://example.com/status/incidents/upgrade.html")
        #expect(running["description"] == "<p>4 Jan 2026, 00:00–02:00 UTC</p>")
        let over = try items(of: page, now: instant(50, 0))
        #expect(over[0]["title"] == "Completed: Database upgrade")
        #expect(over[0]["pubDate"] == "Sun, 04 Jan 2026 02:00:00 GMT")
        #expect(over[0]["guid"] == "tag:example.com,2026-01-04:/status/upgrade/end")
        #expect(over[1]["guid"] == running["guid"] && over[1]["title"] == running["title"])
    }

    @Test func endThatNoUpdateReportsIsAnEntry() throws {
        var page = page()
        page.incidents[0].updates.removeLast()
        page.incidents[0].until = instant(17, 40)
        let restored = try items(of: page)[0]
        #expect(restored["title"] == "Restored: Story generation is slow")
        #expect(restored["pubDate"] == "Fri, 02 Jan 2026 17:40:00 GMT")
        #expect(restored["description"] == "<p>Restored: Story generation is slow</p>")
        #expect(restored.all("category").map(\.text) == ["Restored", "SEV-1", "Story <API>", "Website"])
        page.incidents[0].updates = []
        let items = try items(of: page)
        #expect(
            items.map { $0["title"] }.prefix(2) == [
                "Resolved: Story generation is slow", "Investigating: Story generation is slow",
            ])
        #expect(items[0]["pubDate"] == "Fri, 02 Jan 2026 17:40:00 GMT")
        #expect(items[1]["pubDate"] == "Fri, 02 Jan 2026 17:00:00 GMT")
        #expect(items[1]["guid"] == "tag:example.com,2026-01-02:/status/slow-%C3%A4")
    }

    @Test func descriptionsAreHTMLWithAbsoluteLinks() throws {
        let descriptions = try items(of: page()).map { $0["description"] }
        #expect(
            descriptions[1]
                == "<p>Like <a href=\"https://example.com/status/incidents/old.html\">then</a> &amp; now</p>"
        )
        // Nothing was said but the phase.
        #expect(descriptions[0] == "<p>Resolved: Story generation is slow</p>")
        #expect(descriptions[3] == "<p>To a new address</p>")
    }

    @Test func identitiesStayWhateverHappensToOtherUpdates() throws {
        var changed = page()
        let before = try identities(of: changed)
        changed.incidents[0].updates[2].prose = prose("Done!")
        changed.incidents[0].updates[2].at = instant(18, 30)
        changed.incidents[0].updates.insert(update(.identified, 17, 7, "It is the pool"), at: 1)
        changed.incidents[0].title = "Stories are slow"
        let after = try identities(of: changed)
        #expect(before[1] == "tag:example.com,2026-01-02:/status/slow-%C3%A4/update-1767374100")
        #expect(after[1] == before[1] && after[3] == before[2] && after[4] == before[3])
        #expect(Set(after).count == after.count)
    }

    @Test func aRecordsFormerNameKeepsItsIdentities() throws {
        var renamed = page()
        renamed.incidents[0].slug = "pool"
        renamed.incidents[0].aliases = ["slow-ä"]
        #expect(try identities(of: renamed) == identities(of: page()))
    }

    @Test func updatesAtTheSameInstantAreToldApart() throws {
        var page = page()
        page.incidents[0].updates = [
            update(.investigating, 17, 5, "a"), update(.identified, 17, 5, "b"),
            update(.resolved, 17, 5, "c"),
        ]
        #expect(
            UpdateAnchor.anchors(of: page.incidents[0].updates)
                == ["update-1767373500", "update-1767373500-2", "update-1767373500-3"]
        )
        let identities = try identities(of: page)
        #expect(Set(identities).count == identities.count)
        #expect(try items(of: page).map { $0["description"] }[0...2] == ["<p>c</p>", "<p>b</p>", "<p>a</p>"])
    }

    @Test func aFeedHoldsTheNewestFifty() throws {
        var page = page()
        page.incidents[0].updates = (0..<60).map { update(.investigating, 10, $0, "\($0)") }
        let items = try items(of: page)
        #expect(items.count == 50)
        #expect(items[0]["description"] == "<p>59</p>")
        #expect(items[49]["description"] == "<p>10</p>")
    }

    @Test func theChannelSaysWhereItIsFrom() throws {
        let root = try root(of: page(), now: instant(19, 0))
        let channel = try #require(root.all("channel").first)
        #expect(root.attributes["version"] == "2.0")
        #expect(channel["title"] == "Tales & Co")
        #expect(channel["link"] == "https://example.com/status/")
        #expect(channel["description"] == "Incidents, maintenance and notices from Tales &amp; Co")
        #expect(channel["language"] == "en")
        #expect(channel["lastBuildDate"] == "Fri, 02 Jan 2026 17:45:00 GMT")
        let link = try #require(channel.all("atom:link").first?.attributes)
        #expect(
            link == [
                "rel": "self", "type": "application/rss+xml", "href": "https://example.com/status/feed.xml",
            ]
        )
    }

    @Test func aFeedWithoutEntriesIsStillAFeed() throws {
        let empty = StatusPage(title: "New", url: "https://example.com")
        #expect(try items(of: empty).isEmpty)
    }

    @Test func whatXMLForbidsIsLeftOutAndTheRestIsKept() throws {
        let text = "a\u{0}\u{8}\u{B}b\u{1F}\u{FFFE}\u{FFFF}c\t\r\n<&>\"'é🚲]]>"
        var xml = XMLWriter()
        xml.element("x", [("y", text)], text: text)
        let root = try #require(XMLDocumentReader.root(of: xml.bytes))
        #expect(root.text == "abc\t\r\n<&>\"'é🚲]]>")
        // A parser makes spaces of tabs and line feeds in attributes (XML 1.0, 3.3.3).
        #expect(root.attributes["y"] == "abc \r <&>\"'é🚲]]>")
    }

    @Test func theSitemapListsAbsoluteAddresses() throws {
        let files = Sitemap.files(listing: ["index.html", "incidents/slow-ä.html"], of: page())
        #expect(files.map(\.path) == ["sitemap.xml"])
        let root = try #require(XMLDocumentReader.root(of: files[0].render()))
        #expect(root.name == "urlset")
        #expect(
            root.all("url").map { $0["loc"] } == [
                "https://example.com/status/", "https://example.com/status/incidents/slow-%C3%A4.html",
            ]
        )
    }

    @Test func aSitemapBeyondItsLimitIsAListOfSitemaps() throws {
        let files = Sitemap.files(listing: ["a", "b", "c", "d", "e"], of: page(), limit: 2)
        #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
        let index = try #require(XMLDocumentReader.root(of: files[0].render()))
        #expect(
            index.all("sitemap").map { $0["loc"] } == [
                "https://example.com/status/sitemap-1.xml", "https://example.com/status/sitemap-2.xml",
                "https://example.com/status/sitemap-3.xml",
            ]
        )
        let last = try #require(XMLDocumentReader.root(of: files[3].render()))
        #expect(last.all("url").map { $0["loc"] } == ["https://example.com/status/e"])
    }

    @Test func robotsAreShownTheSitemap() {
        let page = page().seen(by: .public, at: Instant(seconds: 0))
        #expect(
            String(decoding: Robots.file(of: page).render(), as: UTF8.self)
                == "User-agent: *\nAllow: /\n\nSitemap: https://example.com/status/sitemap.xml\n"
        )
    }
}

private extension FeedTests {
    func root(of page: StatusPage, now: Instant) throws -> XMLDocumentReader.Element {
        let feed = Feed(of: page, words: Localizer(of: page, in: .english), now: now)
        return try #require(
            XMLDocumentReader.root(of: RSSFeed(feed, at: page.address(of: "feed.xml")).bytes)
        )
    }

    func items(of page: StatusPage, now: Instant? = nil) throws -> [XMLDocumentReader.Element] {
        try #require(root(of: page, now: now ?? instant(19, 0)).all("channel").first).all("item")
    }

    func identities(of page: StatusPage) throws -> [String] {
        try items(of: page).compactMap { $0["guid"] }
    }

    /// A time of 2026-01-02.
    func instant(_ hour: Int, _ minute: Int) -> Instant {
        Instant(seconds: 1_767_312_000 + hour * 3_600 + minute * 60)
    }

    func prose(_ text: String) -> Prose { Prose(html: ["<p>\(text)</p>"], text: text) }

    func update(_ phase: Phase, _ hour: Int, _ minute: Int, _ text: String) -> Update {
        Update(phase: phase, at: instant(hour, minute), prose: prose(text))
    }

    /// A page with an incident of three updates, a notice and maintenance to come.
    func page() -> StatusPage {
        var page = StatusPage(
            title: "Tales & Co",
            url: "https://example.com/status",
            phaseLabels: [.identified: "Under repair"],
            components: [Component(id: "api", name: "Story <API>"), Component(id: "web", name: "Website")],
            severities: [Severity(level: "SEV-1"), Severity(level: "SEV-2")]
        )
        page.incidents = [incident()]
        page.maintenance = [
            Record(id: "upgrade", slug: "upgrade", path: "u.md", title: "Database upgrade").maintenance(
                from: instant(48, 0),
                until: instant(50, 0),
                components: [StatusChange(1, .underMaintenance)]
            )
        ]
        var notice = Record(id: "move", slug: "move", path: "m.md", title: "We move")
        notice.summary = prose("To a new address")
        page.notices = [notice.notice(from: instant(-16, 0))]
        return page
    }

    func incident() -> Record {
        var record = Record(id: "slow-ä", slug: "slow-ä", path: "s.md", title: "Story generation is slow")
        var identified = Update(
            phase: .identified,
            at: instant(17, 15),
            prose: Prose(
                html: ["<p>Like <a href=\"", "incidents/old.html\">then</a> &amp; now</p>"],
                text: "Like then"
            )
        )
        identified.severity = 0
        identified.changes = [StatusChange(1, .degradedPerformance)]
        record.updates = [
            update(.investigating, 17, 5, "Looking"), identified,
            Update(phase: .resolved, at: instant(17, 45)),
        ]
        return record.incident(
            severity: 1,
            components: [StatusChange(0, .partialOutage)],
            startedAt: instant(17, 0)
        )
    }
}
