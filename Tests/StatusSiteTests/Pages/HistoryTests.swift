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
        #expect(site["history/2025-12.html"].withoutTags.contains("Monday, 1 December 2025 Went on: Old"))
        #expect(site["history/2026-01.html"].contains("Nothing happened in this month."))
    }

    @Test func monthsAreCountedByYear() throws {
        let text = try RenderedSite(Sample.full)["history.html"].between("<h1>", "<section id=").withoutTags
        #expect(text.contains("2026 November 2 incidents, 1 announcement"))
        #expect(text.contains("October 2 incidents, 1 maintenance"))
        #expect(text.contains("September no incidents 100% August no incidents 100%"))
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
        #expect(text.contains("Planned A new database Scheduled"))
        #expect(text.contains("Past Chimneys are swept Completed 25 Oct 2026, 04:00–06:00 UTC 2 h Ovens"))
    }
}
