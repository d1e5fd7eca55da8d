import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct HistoryTests {
    @Test func everyMonthHasAPageAndLeadsToItsNeighbours() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.past(
                "old",
                "Old",
                [StatusChange(0, .majorOutage)],
                from: "2025-11-30T23:00",
                to: "2025-12-01T01:00"
            )
        ]
        let site = try RenderedSite(page)
        let months = site.paths.filter { $0.hasPrefix("history/20") && $0.utf8.count == 20 }
        // From the first record, which is older than the site's start, to now.
        #expect(months.count == 13)
        #expect(site["history/2025-11.html"].contains("<a rel=\"next\" href=\"2025-12.html\">"))
        #expect(!site["history/2025-11.html"].contains("rel=\"prev\""))
        #expect(!site["history/2026-11.html"].contains("rel=\"next\""))
        #expect(
            site["history/2025-12.html"].withoutTags.contains("Monday, 1 December 2025, UTC Continued: Old"))
        #expect(site["history/2026-01.html"].contains("Nothing was recorded this month."))
    }

    @Test func monthsAreCountedByYear() throws {
        let text = try RenderedSite(Sample.full)["history.html"].between("<h1>", "<section id=").withoutTags
        #expect(text.contains("2026 November 2 incidents, 1 notice"))
        #expect(text.contains("October 2 incidents, 1 maintenance window"))
        #expect(text.contains("September no incidents 100% August no incidents 100%"))
    }

    @Test func incidentsOfTheLast90DaysComeFirstByMonth() throws {
        var page = Sample.full
        page.incidents += [
            Sample.past(
                "within", "Within", [StatusChange(0, .majorOutage)], from: "2026-08-01T10:00",
                to: "2026-08-01T11:00"),
            Sample.past(
                "before", "Before", [StatusChange(0, .majorOutage)], from: "2026-07-31T10:00",
                to: "2026-07-31T11:00"),
        ]
        let history = try RenderedSite(page)["history.html"]
        // The 90th day back from 20 November is 23 August; all of its month is listed.
        let text = history.between("</details>", "<h2>2026</h2>").withoutTags
        #expect(text.hasPrefix("November 2026 Orders take minutes"))
        #expect(text.contains("September 2026 no incidents August 2026 Within"))
        #expect(text.contains("47 min Ovens and Shop"))
        #expect(!text.contains("Before"))
        #expect(!text.contains("Chimneys"))
        #expect(
            history.between("<nav class=\"ways\"", "</nav>").values(of: "href")
                == ["#m-2026-11", "#m-2026-10", "#m-2026-09", "#m-2026-08", "history/2026-07.html"])
    }

    @Test func twentyIncidentsOfAMonthAreListed() throws {
        let history = try RenderedSite(Sample.page(ofIncidents: 23))["history.html"]
        #expect(history.pieces(after: "<a href=\"incidents/").count == 20)
        #expect(history.contains("<a href=\"history/2026-10.html\">2 more in October 2026</a>"))
    }

    @Test func fiveOfWhatWentOnAreNamedTheWorstFirst() throws {
        var page = Sample.empty
        page.incidents = (0..<7).map { number in
            let status: ComponentStatus = number == 6 ? .majorOutage : .degradedPerformance
            return Sample.past(
                "i\(number)", "I\(number)", [StatusChange(0, status)], from: "2026-11-02T1\(9 - number):00",
                to: "2026-11-03T10:00")
        }
        let day = try RenderedSite(page)["history/2026-11.html"].between("id=\"d-2026-11-03\"", "</section>")
        #expect(
            day.withoutTags.hasSuffix(
                "Continued: I6 Continued: I0 Continued: I1 Continued: I2 Continued: I3 2 more continued from earlier days."
            ))
    }

    @Test func weightsAreStated() throws {
        let text = try RenderedSite(Sample.empty)["history.html"].withoutTags
        #expect(
            text.contains("major outage 100%, partial outage 30%, degraded 0% and maintenance 0%")
        )
    }

    @Test func reopenedIncidentIsNotFeltInTheGap() throws {
        var page = Sample.empty
        page.incidents = [
            Sample.incident(
                "again",
                "Again",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-02T10:00",
                [
                    Sample.update(.investigating, "2026-11-02T10:00", "A"),
                    Sample.update(.resolved, "2026-11-02T11:00", "B"),
                    Sample.update(.investigating, "2026-11-04T10:00", "C"),
                    Sample.update(.resolved, "2026-11-04T11:00", "D"),
                ]
            )
        ]
        let ids = try RenderedSite(page)["history/2026-11.html"].values(of: "id").filter {
            $0.hasPrefix("d-")
        }
        #expect(ids == ["d-2026-11-04", "d-2026-11-02"])
    }

    @Test func maintenanceIsSortedByState() throws {
        let text = try RenderedSite(Sample.full)["maintenance.html"].withoutTags
        #expect(text.contains("Scheduled A new database Scheduled"))
        #expect(text.contains("Past Chimneys are swept Completed 25 Oct 2026, 04:00–06:00 UTC 2 h Ovens"))
    }
}
