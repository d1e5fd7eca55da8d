@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// Response times: each incident's own, and what they sum up to by group.
struct ResponseReportTests {
    private let start = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
    private var now: Instant { start + 365 * day }

    @Test func timesCountFromWhereTheTableSays() {
        var slow = incident(
            from: start,
            says(.investigating, at: start + 300),
            says(.identified, at: start + 900),
            says(.monitoring, at: start + 1_800, StatusChange(0, .operational, since: start + 1_500)),
            says(.identified, at: start + 2_000),
            resolved(start + 2_700)
        )
        slow.detectedAt = start + 120
        slow.acknowledgedAt = start + 300
        let times = ResponseTimes(of: slow, now: now)
        let measured = ResponseTimes.Metric.allCases.map { times[$0] }
        // The impact ended at 1,500 s, before MONITORING at 1,800.
        #expect(measured == [1_500, 2_700, 120, 180, 300, 900, 1_500])
    }

    @Test func acknowledgementCountsFromTheStartWhereNothingWasDetected() {
        var made = incident(from: start)
        made.acknowledgedAt = start + 300
        let times = ResponseTimes(of: made, now: now)
        #expect(times[.acknowledge] == 300)
        #expect(times[.detect] == nil)
        #expect(times[.resolve] == nil)
        #expect(times[.restore] == nil)
    }

    /// Nobody wrote when it began: how long readers waited is not known, and the rest counts from the first update.
    @Test func noTimeIsObservedThatADefaultMade() {
        var unstated = incident(
            "unstated", from: start, says(.investigating, at: start), resolved(start + 600))
        unstated.isStartStated = false
        unstated.acknowledgedAt = start + 60
        let times = ResponseTimes(of: unstated, now: now)
        #expect(times[.firstUpdate] == nil)
        #expect(times[.resolve] == 600)
        #expect(times.countsFromFirstUpdate(.resolve) && times.countsFromFirstUpdate(.acknowledge))
        #expect(!times.countsFromFirstUpdate(.firstUpdate) && !times.countsFromFirstUpdate(.identify))

        var detected = unstated
        detected.detectedAt = start + 30
        #expect(!ResponseTimes(of: detected, now: now).countsFromFirstUpdate(.acknowledge))

        let history = threeComponents.with(made("stated", days: 1, resolvedAfter: 1_200, on: [0]), unstated)
            .history(now: now)
        let figures = history.responses(during: TimeRange(from: start, to: now)).all
        #expect(figures[.resolve].n == 2)
        #expect(figures[.resolve].median == 900)
        #expect(figures[.resolve].fromFirstUpdate == 1)
        #expect(figures[.firstUpdate].n == 1)
        #expect(figures[.firstUpdate].fromFirstUpdate == 0)
    }

    /// Mended as it was restored where nobody wrote MONITORING.
    @Test func mitigationIsNeverLaterThanRestoration() {
        let made = incident(from: start, says(.identified, at: start + 60), resolved(start + 600))
        #expect(ResponseTimes(of: made, now: now)[.mitigate] == 600)
        let open = incident(from: start, says(.identified, at: start + 60))
        #expect(ResponseTimes(of: open, now: now)[.mitigate] == nil)
    }

    @Test func noTimesHaveNoFigures() {
        let none = Summary(of: [])
        #expect(none.n == 0)
        #expect([none.mean, none.median, none.p90] == [nil, nil, nil])
    }

    /// (1 + 2) / 2 = 1.5 is 2, (1 + 1 + 2) / 3 = 1.33… is 1, and (−1 − 2) / 2 = −1.5 is −1.
    @Test(arguments: [([1, 2], 2), ([1, 1, 2], 1), ([-1, -2], -1), ([-2, -2, -1], -2)])
    func meansAreRoundedHalfUp(seconds: [Int], mean: Int) {
        #expect(Summary(of: seconds).mean == mean)
    }

    /// ⌈0.9 · 10⌉ = 9, ⌈0.9 · 11⌉ = 10, ⌈0.9 · 1⌉ = 1.
    @Test(arguments: [(10, 9), (11, 10), (1, 1), (100, 90)])
    func ninetiethPercentileIsTheNearestRank(n: Int, rank: Int) {
        #expect(Summary(of: Array(1...n).reversed()).p90 == rank)
    }

    @Test func incidentsAreCountedInTheirGroups() {
        var first = made("first", days: 1, resolvedAfter: 600, on: [0])
        first.tags = ["database", "paging", "database"]
        var second = made("second", days: 2, resolvedAfter: 1_200, on: [0, 2])
        second.tags = ["database"]
        second.updates[0].severity = 0
        var third = made("third", days: 3, resolvedAfter: nil, on: [])
        third.tags = ["Zebra"]
        let history = threeComponents.with(third, second, first).history(now: now)
        let report = history.responses(during: RecentRange.year.range(endingAt: now))

        #expect(report.all.incidents == 3)
        #expect(report.all.open == 1)
        #expect(report.all[.resolve] == Summary(of: [600, 1_200]))
        #expect(report.bySeverity.map(\.severity) == [0, 1])
        #expect(report.bySeverity.map(\.figures.incidents) == [1, 2])
        #expect(report.bySeverity.map(\.figures.open) == [0, 1])
        #expect(report.byComponent.map(\.component) == [0, 2])
        #expect(
            report.byComponent.map(\.figures[.resolve]) == [Summary(of: [600, 1_200]), Summary(of: [1_200])]
        )
        #expect(report.byTag.map(\.tag) == ["Zebra", "database", "paging"])
        #expect(report.byTag.map(\.figures.incidents) == [1, 2, 1])
    }

    @Test func incidentsBelongToTheRangeTheyStartedIn() {
        let history = threeComponents.with(
            made("late", days: 3, resolvedAfter: 600, on: [0]),
            made("early", days: 1, resolvedAfter: 5 * day, on: [0])
        ).history(now: now)
        let first = history.responses(during: TimeRange(from: start + day, to: start + 3 * day))
        #expect(first.all[.resolve] == Summary(of: [5 * day]))
        let second = history.responses(during: TimeRange(from: start + 3 * day, to: now))
        #expect(second.all[.resolve] == Summary(of: [600]))
    }

    @Test func incidentsBeforeTheSitesStartAreLeftOut() {
        var page = threeComponents
        page.since = start + 2 * day
        let history = page.with(
            made("early", days: 1, resolvedAfter: 600, on: [0]),
            made("late", days: 3, resolvedAfter: 60, on: [0])
        ).history(now: now)
        let always = TimeRange(from: .distantPast, to: .distantFuture)
        #expect(history.responses(during: always).all.incidents == 1)
    }

    @Test func rangeWithoutIncidentsHasNoGroups() {
        let report = threeComponents.history(now: now).responses(during: TimeRange(from: start, to: now))
        #expect(report.all.incidents == 0)
        #expect(report.all[.resolve].median == nil)
        #expect(report.bySeverity.isEmpty && report.byComponent.isEmpty && report.byTag.isEmpty)
    }

    /// The figures of a random page's groups, each held against the plain list of its incidents' times.
    @Test(arguments: 0..<30)
    func figuresAreThoseOfTheGroupsTimes(seed: Int) {
        var random = RandomPage(seed: seed, start: start, tick: 60, ticks: 2_880)
        let page = random.make().seen(by: .public, at: now)
        let history = page.history(now: now)
        let since = page.since ?? .distantPast
        for component in page.components.indices {
            let incidents = page.incidents.filter { incident in
                incident.from >= since
                    && IncidentTimeline(of: incident, now: now).spans.contains { $0.component == component }
            }
            let report = history.responses(during: TimeRange(from: start, to: now))
            let figures = report.byComponent.first { $0.component == component }?.figures
            #expect((figures?.incidents ?? 0) == incidents.count)
            let affected = incidents.map { IncidentTimeline(of: $0, now: now).affectedSeconds() }
            #expect((figures?.affectedSeconds ?? 0) == affected.reduce(0, +))
            for metric in ResponseTimes.Metric.allCases {
                let times = incidents.compactMap { ResponseTimes(of: $0, now: now)[metric] }
                #expect((figures?[metric] ?? Summary(of: [])) == Summary(of: times))
            }
        }
    }

    private var threeComponents: StatusPage { page(component("api"), component("web"), component("cdn")) }

    private func made(
        _ slug: String,
        days: Int,
        resolvedAfter seconds: Int?,
        on components: [Int]
    ) -> Record {
        let startedAt = start + days * day
        let updates = seconds.map { [says(.investigating, at: startedAt), resolved(startedAt + $0)] } ?? []
        let changes = components.map { StatusChange($0, .majorOutage) }
        return incident(slug, changes, from: startedAt, updates)
    }
}
