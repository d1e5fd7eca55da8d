import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct SitePlanTests {
    @Test func everyPageHasOneFoot() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.pages where path != EmbedPage.path && !path.hasSuffix("oven-3.html") {
            #expect(site[path].pieces(after: "<footer>").count == 1, "\(path)")
        }
    }

    @Test func everyRelativeLinkLeadsToAFileOrAPlaceOnAPage() throws {
        let site = try RenderedSite(Sample.full)
        let planned = Set(site.paths)
        for page in site.pages where page != "404.html" {
            let links = site[page].values(of: "href") + site[page].values(of: "src")
            #expect(!links.isEmpty)
            for link in links where !link.hasPrefix("https:") && !link.hasPrefix("webcal:") {
                let (path, fragment) = resolve(link, on: page)
                #expect(planned.contains(path), "\(page) leads to \(link)")
                guard let fragment, path.hasSuffix(".html") else { continue }
                #expect(site[path].contains(" id=\"\(fragment)\""), "\(page) leads to \(link)")
            }
        }
    }

    @Test func pathsAreUnique() throws {
        let paths = try RenderedSite(Sample.full).paths
        #expect(Set(paths).count == paths.count)
    }

    @Test func planHoldsTheFilesThatOtherProgramsLookFor() throws {
        let paths = try RenderedSite(Sample.empty).paths
        let expected = [
            "index.html", "history.html", "maintenance.html", "404.html", "feed.xml", "atom.xml",
            "feed.json", "history.rss", "history.atom", "components/ovens.xml", "calendar.ics",
            "subscribe.html", "_headers",
            "api/statistics.json", "sitemap.xml", "robots.txt", ".nojekyll", "components/ovens.html",
            "history/2026-08.html",
            "history/2026-11.html",
        ]
        #expect(Set(expected).subtracting(paths).isEmpty)
    }

    @Test func noPageNeedsWhatThePolicyForbids() throws {
        let site = try RenderedSite(Sample.full)
        for page in site.pages {
            #expect(!site[page].contains("<style"))
            #expect(site[page].pieces(after: "<script").count == 1)
            #expect(site[page].values(of: "style").isEmpty)
            #expect(site[page].contains("rel=\"icon\""))
            #expect(site[page].contains("default-src 'none'; style-src 'self'; img-src 'self'"))
            #expect(site[page].contains("; base-uri 'none'; form-action 'none'\">"))
        }
    }

    @Test func idsAreUniqueOnEachPage() throws {
        let site = try RenderedSite(Sample.full)
        for page in site.pages {
            let ids = site[page].values(of: "id")
            #expect(Set(ids).count == ids.count, "\(page)")
        }
    }

    @Test func pageForAddressesThatLeadNowhereWorksAtAnyDepth() throws {
        let site = try RenderedSite(Sample.full)
        let links = site["404.html"].values(of: "href") + site["404.html"].values(of: "src")
        #expect(links.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("https://") })
        #expect(links.contains("/index.html"))
    }

    @Test func titlesAreEscapedWhereverTheyStand() throws {
        var page = Sample.empty
        let title = "<script>alert(\"&\")</script> 'a'"
        page.title = title
        page.incidents = [
            Sample.past(
                "odd",
                title,
                [StatusChange(0, .majorOutage)],
                from: "2026-11-19T09:00",
                to: "2026-11-19T10:00"
            )
        ]
        page.incidents[0].aliases = ["odder"]
        page.incidents[0].tags = [title]
        page.incidents[0].impact = [Record.Detail(label: title, text: title)]
        page.notices = [Sample.record("note", title).notice(from: Sample.at("2026-11-19T00:00"))]
        page.brokenRecords = [BrokenRecord(path: "incidents/b.md", slug: "b", title: title, text: title)]
        page.components[0].name = title
        page.groups[0].name = title
        let site = try RenderedSite(page)
        for path in site.pages {
            #expect(!site[path].contains("<script>"), "\(path)")
            #expect(!site[path].contains("alert(\""), "\(path)")
            #expect(site[path].contains("&lt;script&gt;alert(&quot;&amp;&quot;)"), "\(path)")
        }
    }

    /// What cannot be read may be the outage.
    @Test func nothingIsCalledWellWhileARecordCannotBeRead() throws {
        var page = Sample.empty
        #expect(try RenderedSite(page)["index.html"].contains("All systems are operational"))
        page.brokenRecords = [BrokenRecord(path: "incidents/b.md", slug: "b", title: "b", text: "b")]
        let site = try RenderedSite(page)
        for path in ["index.html", "embed.html", "status.svg"] {
            #expect(!site[path].contains("All systems are operational"), "\(path)")
            #expect(site[path].contains("Our current status is not fully known"), "\(path)")
        }
        #expect(!site["index.html"].contains("There are no open incidents"))
    }

    @Test func onlySafeAddressesAreLedTo() throws {
        var page = Sample.full
        page.links.append(StatusPage.Link(text: "Odd", url: "javascript:alert(1)"))
        page.incidents[0].links = ["JavaScript:alert(2)", "https://example.com/?a=1&b=2"]
        let site = try RenderedSite(page)
        let record = site["incidents/\(page.incidents[0].slug).html"]
        #expect(record.contains("JavaScript:alert(2)"))
        #expect(record.contains(" href=\"https://example.com/?a=1&amp;b=2\""))
        for path in site.pages {
            let links = site[path].values(of: "href")
            #expect(!links.contains { $0.lowercased().hasPrefix("javascript") }, "\(path)")
        }
    }

    @Test func formerAddressLeadsToTheRecord() throws {
        let page = try RenderedSite(Sample.full)["incidents/oven-3.html"]
        #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=oven-door.html\">"))
        #expect(page.contains("<a href=\"oven-door.html\">Oven 3 stays cold</a>"))
        #expect(
            page.contains(
                "<link rel=\"canonical\" href=\"https://status.example.com/incidents/oven-door.html\">"
            )
        )
    }

    @Test func brokenRecordIsShownAsItStands() throws {
        let site = try RenderedSite(Sample.full)
        #expect(site["incidents/flour.html"].contains("We wait for &lt;b&gt;flour&lt;/b&gt;."))
        #expect(site["index.html"].contains("<a href=\"incidents/flour.html\">Flour is late</a>"))
    }

    @Test func publicPagesHoldNothingInternal() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.paths { #expect(!site[path].contains("SECRET"), "\(path)") }
    }

    @Test func onlyTheIndexSaysWhenItWasBuilt() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "old",
                "Old",
                [StatusChange(0, .majorOutage)],
                from: "2026-08-04T09:00",
                to: "2026-08-04T10:00"
            )
        ]
        let (one, other) = (try RenderedSite(page), try RenderedSite(page, now: Sample.now + 3_600))
        for path in [
            "incidents/old.html", "history.html", "history/2026-08.html", "maintenance.html", "404.html",
        ] {
            #expect(one[path] == other[path], "\(path)")
        }
        #expect(one["index.html"] != other["index.html"])
    }

    /// Where a link on the page leads: a path from the site's root, and a place on that page.
    private func resolve(_ link: String, on page: String) -> (path: String, fragment: String?) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        let fragment = parts.count == 2 ? parts[1] : nil
        guard !parts[0].isEmpty else { return (page, fragment) }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/").map(String.init) {
            if part == ".." { _ = folders.popLast() } else { folders.append(part) }
        }
        return (folders.joined(separator: "/"), fragment)
    }
}
