import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// No list grows without end: a page and a file have the newest, and lead to all.
@Suite struct LongListTests {
    /// One incident in 2025, 500 in 2026.
    @Test func statisticsHaveTheNewestAndNameTheYears() throws {
        let site = try RenderedSite(Sample.page(ofIncidents: 501))
        let all = try file("api/statistics.json", of: site)
        #expect(try names(in: all) == (1...500).reversed().map { "i\($0)" })
        let years = try #require(all["years"] as? [[String: Any]])
        #expect(years.map { $0["year"] as? String } == ["2026", "2025"])
        #expect(
            years.map { $0["path"] as? String } == ["api/statistics/2026.json", "api/statistics/2025.json"])
        #expect(years.map { $0["incidents"] as? Int } == [500, 1])
        #expect(years.map { $0["maintenance"] as? Int } == [0, 0])
        let last = try file("api/statistics/2025.json", of: site)
        #expect(try names(in: last) == ["i0"])
        #expect(last["year"] as? String == "2025")
    }

    @Test func statisticsOfFiveHundredAreWhole() throws {
        let site = try RenderedSite(Sample.page(ofIncidents: 500))
        #expect(try (file("api/statistics.json", of: site)["years"] as? [Any])?.isEmpty == true)
        #expect(!site.paths.contains { $0.hasPrefix("api/statistics/") })
    }

    @Test func postMortemsHaveAPageAYear() throws {
        let site = try RenderedSite(page(ofPostMortems: 501))
        let all = site["post-mortems.html"]
        #expect(all.pieces(after: "#post-mortem").count == 1_000)
        #expect(all.withoutTags.contains("500 of 501 All post-mortems"))
        #expect(all.withoutTags.contains("500 of 501 By year 2026 500 2025 1"))
        let year = site["history/2025-post-mortems.html"]
        #expect(year.withoutTags.contains("Post-mortems from 2025 All years"))
        #expect(year.values(of: "href").contains("../post-mortems.html"))
        #expect(year.pieces(after: "../incidents/i0.html#post-mortem").count == 2)
        #expect(site["history/2026-post-mortems.html"].pieces(after: "#post-mortem").count == 1_000)
    }

    /// Each counts twice, as it has an open action item.
    @Test func postMortemsThatOnePageHoldsStayOnIt() throws {
        let site = try RenderedSite(page(ofPostMortems: 250))
        #expect(site["post-mortems.html"].pieces(after: "#post-mortem").count == 500)
        #expect(!site["post-mortems.html"].contains("By year"))
        #expect(!site.paths.contains { $0.hasSuffix("-post-mortems.html") })
    }

    /// Every incident needs a post-mortem, and there is none: no page lists post-mortems, nor a year's.
    @Test func postMortemsOfAYearNeedThePageOfAll() throws {
        var page = Sample.page(ofIncidents: 501)
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true)
        let site = try RenderedSite(page, for: .internal)
        #expect(site.paths.contains("incidents/i500.html"))
        #expect(!site.paths.contains { $0.hasSuffix("post-mortems.html") })
    }

    /// An incident owes its post-mortem once it is resolved: until then, no page lists it.
    @Test func incidentCountsAmongPostMortemsOnceItOwesOne() throws {
        var page = page(ofPostMortems: 250)
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true)
        let start = "2026-11-02T09:00"
        page.incidents.append(
            Sample.incident("fuse", "A", [], from: start, [Sample.update(.investigating, start, "B")]))
        var site = try RenderedSite(page, for: .internal)
        #expect(!site.paths.contains { $0.hasSuffix("-post-mortems.html") })
        let place = try #require(page.incidents.firstIndex { $0.slug == "fuse" })
        page.incidents[place].updates.append(Sample.update(.resolved, "2026-11-02T09:30", "C"))
        site = try RenderedSite(page, for: .internal)
        #expect(site["history/2026-post-mortems.html"].contains("incidents/fuse.html"))
        #expect(site["post-mortems.html"].withoutTags.contains("By year 2026 250 2025 1"))
    }

    /// `{year}` in a phrase is `2026年`, with its sign.
    @Test func japaneseWritesTheYearsSignOnce() throws {
        let site = try RenderedSite(page(ofPostMortems: 501), in: "ja")
        #expect(site["history/2026-post-mortems.html"].contains("<h1>2026年のポストモーテム</h1>"))
        #expect(site["history/2026-component-ovens.html"].contains("<h1>2026年の履歴：Ovens</h1>"))
        #expect(site["history/2026.html"].contains("<h1>履歴：2026年</h1>"))
        for path in site.pages { #expect(!site[path].contains("年年"), "\(path)") }
    }

    /// 501 in 2026: what leads to the rest leads to all of it.
    @Test func yearHasAllOfItsOwn() throws {
        let site = try RenderedSite(page(ofPostMortems: 502))
        #expect(site["history/2026-post-mortems.html"].pieces(after: "#post-mortem").count == 1_002)
        #expect(try names(in: file("api/statistics/2026.json", of: site)).count == 501)
    }

    @Test func maintenanceThatIsLongOverStandsInTheHistory() throws {
        let text = try RenderedSite(page(ofMaintenance: 501))["maintenance.html"]
        #expect(text.pieces(after: "incidents/m").count == 500)
        #expect(text.contains("500 of 501 · <a href=\"history.html\">Full history</a>"))
    }

    @Test func listOfFiveHundredDoesNotSayThatItIsAPart() throws {
        let text = try RenderedSite(page(ofMaintenance: 500))["maintenance.html"]
        #expect(text.pieces(after: "incidents/m").count == 500)
        #expect(!text.contains("500 of") && !text.contains("Full history"))
    }

    /// So many minutes of maintenance, one after another.
    private func page(ofMaintenance count: Int) -> StatusPage {
        var page = Sample.empty
        page.records = (0..<count).reversed().map { number in
            let from = Sample.at("2026-10-01T00:00") + number * 60
            var window = Record(id: "m\(number)", slug: "m\(number)", path: "", title: "M")
                .maintenance(from: from, until: from + 60)
            window.updates = [Update(phase: .completed, at: from + 60)]
            return window
        }
        return page
    }

    private func page(ofPostMortems count: Int) -> StatusPage {
        var page = Sample.page(ofIncidents: count)
        for place in page.records.indices {
            var postMortem = PostMortem(title: "Why")
            postMortem.publishedOn = Day(year: 2026, month: 11, day: 2)
            postMortem.sections = [
                PostMortem.Section(
                    kind: .actionItems, title: "Action items", prose: Prose(html: [""], text: ""))
            ]
            postMortem.sections[0].actionItems = [ActionItem(text: "A", isDone: false)]
            page.records[place].postMortem = postMortem
        }
        return page
    }

    private func file(_ path: String, of site: RenderedSite) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(site[path].utf8)) as? [String: Any])
    }

    private func names(in file: [String: Any]) throws -> [String?] {
        try #require(file["incidents"] as? [[String: Any]]).map { $0["slug"] as? String }
    }
}

extension Sample {
    /// So many incidents of one component, one a minute in October 2026, but for the first, a year before.
    static func page(ofIncidents count: Int) -> StatusPage {
        var page = empty
        page.incidents = (0..<count).reversed().map { number in
            let start =
                number == 0
                ? at("2025-10-01T00:00") : at("2026-10-01T00:00") + number * 60
            var incident = past(
                "i\(number)",
                "I",
                [StatusChange(0, .majorOutage)],
                from: "2025-10-01T00:00",
                to: "2025-10-01T00:01"
            )
            incident.from = start
            incident.updates[0].at = start
            incident.updates[1].at = start + 60
            return incident
        }
        return page
    }
}
