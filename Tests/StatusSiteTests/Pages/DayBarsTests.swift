import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct DayBarsTests {
    @Test func goodDaysAreOneShapeAndEventfulDaysAreLinks() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "a",
                "Cold & dark",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-18T17:00",
                to: "2026-11-18T17:45"
            )
        ]
        let svg = try bars(of: "ovens", page)
        // Today is the 90th day, the 18th is two days before it.
        #expect(svg.contains("<path class=\"good\" d=\"M0.13 16H87M88.13 16H90\"/>"))
        #expect(
            svg.contains(
                "<a class=\"major\" href=\"../history/2026-11.html#d-2026-11-18\" tabindex=\"-1\">"
                    + "<title>18 Nov: major outage 45 min; Cold &amp; dark</title>".unbrokenTimes
            )
        )
        #expect(svg.pieces(after: "<path").count == 3)
    }

    @Test func daysBeforeTheComponentAreDrawnApart() throws {
        let svg = try bars(of: "couriers", Sample.empty)
        // The couriers began on 20 October, 31 days before today.
        #expect(svg.contains("<path class=\"good\" d=\"M58.13 16H90\"/>"))
        #expect(svg.contains("<path class=\"unknown\" d=\"M0.13 30.5H58\"/>"))
    }

    @Test func overlappingIncidentsCountOnce() throws {
        var page = Sample.empty
        let hours = [("11:15", "11:20"), ("10:30", "11:30"), ("10:00", "11:00")]
        page.incidents = hours.enumerated().map { place, hours in
            Sample.past(
                "i\(place)",
                "I\(place)",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-18T\(hours.0)",
                to: "2026-11-18T\(hours.1)"
            )
        }
        let svg = try bars(of: "ovens", page)
        #expect(svg.contains("<title>18 Nov: major outage 1 h 30 min; I0; I1; 1 more</title>".unbrokenTimes))
    }

    /// Of 32 units: the least that is filled is 5; six hours are 8, the whole day is 32 and leaves nothing above.
    @Test func barsAreFilledByTheShareOfTheDay() throws {
        var page = Sample.empty
        let ends = ["2026-11-10T10:12", "2026-11-12T16:00", "2026-11-15T00:00"]
        let starts = ["2026-11-10T10:00", "2026-11-12T10:00", "2026-11-14T00:00"]
        page.incidents = (0..<3).reversed().map { place in
            Sample.past(
                "d\(place)", "D", [StatusChange(0, .partialOutage)], from: starts[place], to: ends[place])
        }
        let svg = try bars(of: "ovens", page)
        for path in ["M79.5 27V32", "M81.5 24V32", "M83.5 0V32"] {
            #expect(svg.contains("</title><path d=\"\(path)\"/></a>"), "\(path)")
        }
        #expect(svg.contains("<path class=\"pale partial\" d=\"M79.5 0V26M81.5 0V23\"/>"))
    }

    @Test func dayOfAClockChangeIsOneBar() throws {
        var page = Sample.empty
        page.zone = Zone(
            name: "Europe/Berlin",
            offset: 7_200,
            changes: [Zone.Change(at: Sample.at("2026-10-25T01:00"), offset: 3_600)]
        )
        // 24 October 23:30 to 25 October 23:30 in Berlin, where that day has 25 hours.
        page.incidents = [
            Sample.past(
                "a",
                "Night",
                [StatusChange(0, .partialOutage)],
                from: "2026-10-24T21:30",
                to: "2026-10-25T22:30"
            )
        ]
        let svg = try bars(of: "ovens", page)
        #expect(svg.contains("<title>24 Oct: partial outage 30 min; Night</title>".unbrokenTimes))
        #expect(svg.contains("<title>25 Oct: partial outage 1 d; Night</title>".unbrokenTimes))
        #expect(svg.pieces(after: "<a ").count == 2)
    }

    @Test func daysWithTroubleStandBelowInWords() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "b",
                "B",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-18T10:30",
                to: "2026-11-18T11:30"
            ),
            Sample.past(
                "a",
                "A",
                [StatusChange(0, .partialOutage)],
                from: "2026-11-02T10:00",
                to: "2026-11-03T11:00"
            ),
        ]
        let site = try RenderedSite(page)
        let days =
            "3 days with incidents or maintenance 18 Nov: major outage 1 h; B 3 Nov: partial outage 11 h; A "
            + "2 Nov: partial outage 14 h; A"
        let own = site["components/ovens.html"].between("<details class=\"days\">", "</details>")
        #expect(own.withoutTags == days)
        #expect(own.contains("major outage 1 h; <a href=\"../incidents/b.html\">B</a>".unbrokenTimes))
        let index = site["index.html"].between("<details class=\"days\">", "</details>")
        #expect(index.withoutTags == days + " See all days on the component’s page")
        #expect(index.contains("<a href=\"components/ovens.html#days\">"))
        #expect(own.contains("<ul id=\"days\">"))
        #expect(!site["components/shop.html"].contains("<details class=\"days\">"))
    }

    @Test func indexListsFiveDaysAndThePageAll() throws {
        var page = Sample.empty
        page.incidents = (1...7).reversed().map { day in
            Sample.past(
                "i\(day)", "I", [StatusChange(0, .majorOutage)], from: "2026-11-0\(day)T10:00",
                to: "2026-11-0\(day)T10:30")
        }
        let site = try RenderedSite(page)
        func days(_ path: String) -> String { site[path].between("<details class=\"days\">", "</details>") }
        #expect(days("index.html").pieces(after: "incidents/").count == 5)
        #expect(
            days("index.html").withoutTags.hasPrefix(
                "7 days with incidents or maintenance 7 Nov: major outage 30 min; I"))
        #expect(days("components/ovens.html").pieces(after: "incidents/").count == 7)
    }

    @Test func nothingIsClaimedOfDaysThatNobodyWatched() throws {
        var page = Sample.empty
        #expect(try uptime(of: "ovens", page) == "100% in 90 days")
        #expect(try uptime(of: "couriers", page) == "100%, tracked since 20 Oct 2026")
        page.since = nil
        page.incidents = [
            Sample.past(
                "a", "A", [StatusChange(0, .majorOutage)], from: "2026-11-18T12:00", to: "2026-11-18T12:45")
        ]
        // 45 minutes of the two days since the first record are 1.56 %.
        #expect(try uptime(of: "ovens", page) == "98.43%, tracked since 18 Nov 2026")
        #expect(try bars(of: "shop", page).contains("<path class=\"good\" d=\"M87.13 16H90\"/>"))
        #expect(try bars(of: "shop", page).contains("<path class=\"unknown\" d=\"M0.13 30.5H87\"/>"))
    }

    private func uptime(of component: String, _ page: StatusPage) throws -> String {
        try RenderedSite(page)["components/\(component).html"].between("<span class=\"figure\">", "</span>")
    }

    private func bars(of component: String, _ page: StatusPage) throws -> String {
        try RenderedSite(page)["components/\(component).html"].between("<div class=\"bars\"", "</div>")
    }
}
