import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Maintenance that recurs, as feeds, calendars and messages tell it.
@Suite struct SeriesFeedTests {
    private let now = Sample.at("2026-11-10T12:00")

    @Test func calendarHasTheRuleAndWhatDepartsFromIt() throws {
        var record = try Sample.series(except: ["2026-11-22"], moved: ["2026-11-15": "2026-11-16T02:00"])
        record.updates = [
            Sample.update(.scheduled, "2026-10-20T08:30", "As every year."),
            Sample.update(.cancelled, "2026-11-07T08:30", "Not now."),
        ]
        var page = Sample.empty
        page.records = [record]
        let lines = try RenderedSite(page, now: now)["calendar.ics"].split(separator: "\r\n").map(
            String.init)
        func values(_ name: String) -> [String] {
            lines.filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
        }
        #expect(values("UID") == Array(repeating: "sweep@status.example.com", count: 3))
        #expect(values("RRULE") == ["FREQ=WEEKLY;UNTIL=20261206T235959Z"])
        #expect(values("EXDATE") == ["20261122T020000Z"])
        #expect(values("RECURRENCE-ID") == ["20261108T020000Z", "20261115T020000Z"])
        #expect(values("DTSTART") == ["20261101T020000Z", "20261108T020000Z", "20261116T020000Z"])
        #expect(values("DTEND") == ["20261101T040000Z", "20261108T040000Z", "20261116T040000Z"])
        #expect(values("STATUS") == ["CONFIRMED", "CANCELLED", "CONFIRMED"])
        #expect(values("SEQUENCE") == ["2", "2", "2"])
        // UTC needs no definition.
        #expect(!lines.contains("BEGIN:VTIMEZONE"))
    }

    @Test(arguments: [
        (Series.News.first, ["Completed", "Scheduled"]),
        (.each, ["Completed", "In progress", "Completed", "In progress", "Scheduled"]), (.nothing, []),
    ])
    func feedsTellAsMuchAsIsWanted(news: Series.News, phases: [String]) throws {
        var record = try Sample.series(news: news)
        record.updates = [
            Sample.update(.scheduled, "2026-10-20T08:30", "As every year."),
            Sample.update(.completed, "2026-11-08T03:00", "Done early."),
        ]
        var page = Sample.empty
        page.records = [record]
        let seen = page.seen(by: .public, at: now)
        let feed = Feed(of: seen, words: Localizer(of: seen, in: .english), now: now)
        #expect(feed.entries.map(\.title) == phases.map { "\($0): Sweep" })
        #expect(Set(feed.entries.map(\.id)).count == phases.count)
        #expect(
            feed.entries.allSatisfy {
                $0.address.hasPrefix("https://status.example.com/incidents/sweep.html")
            })
    }

    @Test func oneRowSaysWhenItRecurs() throws {
        var page = Sample.empty
        page.records = [try Sample.series()]
        let site = try RenderedSite(page, now: now)
        #expect(
            site["index.html"].contains(
                "<span>every Sunday, 02:00–04:00 UTC; next on <time datetime=\"2026-11-15\">15 Nov</time></span>"
            ))
        #expect(site["index.html"].split(separator: "every Sunday").count == 2)
        #expect(!site["index.html"].contains("22 Nov"))
        // The page of the series and the page of all maintenance list the next three.
        #expect(site["maintenance.html"].split(separator: "<time datetime=\"2026-11-").count - 1 == 5)
        #expect(site["incidents/sweep.html"].contains("every Sunday, 02:00–04:00 UTC; next"))
    }

    /// A reader of the page has its title and its address already.
    @Test func pageOfASeriesListsDatesAlone() throws {
        var page = Sample.empty
        page.records = [try Sample.series(moved: ["2026-11-22": "2026-11-23T02:00"])]
        let text = try RenderedSite(page, now: now)["incidents/sweep.html"]
        let section = try #require(
            text.split(separator: "<h2>Scheduled</h2>").last?.split(separator: "</section>").first)
        let rows = section.split(separator: "<li>").dropFirst().map { String($0).withoutTags }
        #expect(
            rows == [
                "15 Nov 2026, 02:00–04:00 UTC", "23 Nov 2026, 02:00–04:00 UTC",
                "29 Nov 2026, 02:00–04:00 UTC",
            ])
        #expect(!section.contains("Sweep") && !section.contains("href"))
    }

    @Test func messageSaysWhenASeriesRecursAndWhenAWindowIs() throws {
        var record = try Sample.series()
        record.updates = [
            Sample.update(.scheduled, "2026-10-20T08:30", "As every year."),
            Sample.update(.completed, "2026-11-08T03:00", "Done early."),
        ]
        var page = Sample.empty
        page.records = [record]
        let seen = page.seen(by: .public, at: now)
        let first = try #require(Announcement(of: "sweep", update: 0, on: seen, now: now))
        #expect(first.series != nil && first.startedAt == Sample.at("2026-11-01T02:00"))
        let second = try #require(Announcement(of: "sweep", update: 1, on: seen, now: now))
        #expect(second.series == nil)
        #expect(
            second.startedAt == Sample.at("2026-11-08T02:00")
                && second.endsAt == Sample.at("2026-11-08T03:00"))
    }

    @Test(arguments: [
        ("en", "every Sunday, 02:00–04:00 UTC; next on 15 Nov"),
        ("de", "jeden Sonntag, 02:00–04:00 UTC; das nächste Mal am 15. Nov."),
        ("fr", "chaque dimanche, 02:00–04:00 UTC ; la prochaine fois le 15 nov."),
        ("es", "cada domingo, 2:00–4:00 UTC; la próxima vez, el 15 nov"),
        ("ja", "毎週日曜日 2:00"), ("ar", "كل أسبوع يوم الأحد"),
    ])
    func everyLanguageSaysWhenItRecurs(tag: String, sentence: String) throws {
        var page = Sample.empty
        page.records = [try Sample.series()]
        let text = try RenderedSite(page, in: tag, now: now)["index.html"].withoutTags
        #expect(text.contains(sentence), "\(text)")
    }
}
