@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// Random pages, held against an oracle that looks at every tick.
struct OracleTests {
    private let start = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
    /// Two days by minutes, and ten minutes by seconds.
    private let grids = [(tick: 60, ticks: 2_880), (tick: 1, ticks: 600)]

    @Test(arguments: 0..<60)
    func uptimeIsTheSumOverAllInstants(seed: Int) {
        for (tick, ticks) in grids {
            let (page, now) = randomPage(seed: seed, tick: tick, ticks: ticks)
            let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
            var random = SplitMix64(seed: seed)
            for _ in 0..<6 {
                let range = random.range(from: start, tick: tick, ticks: ticks + ticks / 4)
                for index in page.components.indices {
                    expect(
                        history.uptime(of: index, during: range),
                        agreesWith: [oracle.sums(of: index, during: range)])
                }
                expect(
                    history.uptime(of: [0, 1, 2], during: range),
                    agreesWith: [0, 1, 2].map { oracle.sums(of: $0, during: range, isCounted: true) })
            }
        }
    }

    @Test(arguments: 0..<60)
    func wholeByTheClockIsTheSumOverAllInstants(seed: Int) {
        for (tick, ticks) in grids {
            var (page, now) = randomPage(seed: seed, tick: tick, ticks: ticks)
            page.components[seed % 3].countsTowardsUptime = seed % 4 > 0
            let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
            var random = SplitMix64(seed: seed)
            for _ in 0..<6 {
                let range = random.range(from: start, tick: tick, ticks: ticks + ticks / 4)
                let expected = oracle.sumsByTheClock(during: range)
                let whole = history.uptimeOfWhole(during: range).byTheClock
                #expect(whole.observedSeconds == expected.observed)
                #expect(whole.downtimeMilliseconds == expected.downtime)
                #expect(whole.affectedSeconds == expected.affected)
                let incidents = [0, 1, 2].reduce(into: Set<Int>()) {
                    $0.formUnion(oracle.sums(of: $1, during: range, isCounted: true).incidents)
                }
                #expect(whole.outages == incidents.count)
                #expect(whole.degradedSeconds == expected.degraded)
            }
        }
    }

    @Test(arguments: 0..<60)
    func groupIsTheSumOverItsComponents(seed: Int) {
        for (tick, ticks) in grids {
            var (page, now) = randomPage(seed: seed, tick: tick, ticks: ticks)
            page.components[seed % 3].countsTowardsUptime = seed % 4 > 0
            let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
            let group = [[0, 1], [1, 2], [0, 2], [1], []][seed % 5]
            let figures = history.uptimeOfWhole(group)
            var random = SplitMix64(seed: seed)
            for _ in 0..<6 {
                let range = random.range(from: start, tick: tick, ticks: ticks + ticks / 4)
                let (whole, expected) = (figures(range), oracle.sumsByTheClock(of: group, during: range))
                #expect(whole.byTheClock.observedSeconds == expected.observed)
                #expect(whole.byTheClock.downtimeMilliseconds == expected.downtime)
                #expect(whole.byTheClock.affectedSeconds == expected.affected)
                #expect(whole.byTheClock.degradedSeconds == expected.degraded)
                expect(
                    whole.componentTime,
                    agreesWith: group.map { oracle.sums(of: $0, during: range, isCounted: true) })
            }
        }
    }

    /// Judged by the last second of the range, or by now.
    @Test(arguments: 0..<60)
    func objectiveIsThatOfTheEnd(seed: Int) {
        let (tick, ticks) = grids[0]
        let (page, now) = randomPage(seed: seed, tick: tick, ticks: ticks)
        let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let range = random.range(from: start, tick: tick, ticks: ticks + ticks / 4)
            for index in page.components.indices {
                let expected = oracle.target(of: index, at: min(range.to - 1, now))
                #expect(history.target(of: index, during: range) == expected)
            }
        }
    }

    @Test(arguments: 0..<60)
    func statusNowIsTheWorstThatHolds(seed: Int) {
        for (tick, ticks) in grids {
            let (page, now) = randomPage(seed: seed, tick: tick, ticks: ticks)
            let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
            for index in page.components.indices {
                #expect(history.status(of: index) == oracle.worst(of: index, at: now))
            }
        }
    }

    @Test(arguments: 0..<60)
    func timelineHasTheStatusOfEveryInstant(seed: Int) {
        let (page, now) = randomPage(seed: seed, tick: 1, ticks: 600)
        let oracle = Oracle(page: page, now: now, tick: 1)
        for incident in page.incidents {
            let timeline = IncidentTimeline(of: incident, now: now)
            var lastAffected: Instant?
            for seconds in start.seconds..<now.seconds {
                let instant = Instant(seconds: seconds)
                for index in page.components.indices {
                    let expected = oracle.status(of: index, by: incident, at: instant)
                    if expected != .operational { lastAffected = instant }
                    let spans = timeline.spans.filter { $0.component == index && $0.range.contains(instant) }
                    #expect(spans.map(\.status) == (expected == .operational ? [] : [expected]))
                }
            }
            let isAffected = page.components.indices.contains {
                oracle.status(of: $0, by: incident, at: now) != .operational
            }
            let moments = page.components.indices.flatMap { oracle.moments(of: $0, by: incident) }
            for index in page.components.indices {
                let empty = timeline.spans.filter { $0.component == index && $0.range.isEmpty && !$0.isOpen }
                let expected = oracle.moments(of: index, by: incident)
                #expect(empty.map(\.range.from) == expected.map(\.at).sorted())
                #expect(empty.map(\.status).sorted() == expected.map(\.status).sorted())
            }
            let ends = [lastAffected.map { $0 + 1 }, moments.map(\.at).max()].compactMap { $0 }
            let impactEnd = incident.until ?? ends.max() ?? incident.resolvedAt
            #expect(timeline.restoredAt == (isAffected ? nil : impactEnd))
        }
    }

    @Test(arguments: 0..<40)
    func dayRecordsTellWhatTheInstantsTell(seed: Int) {
        let (page, now) = randomPage(seed: seed, tick: 60, ticks: 2_880)
        let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: 60))
        for index in page.components.indices {
            for record in history.days(of: index, count: 4) {
                let expected = oracle.sums(of: index, during: page.zone.range(of: record.day))
                expect(record.uptime, agreesWith: [expected])
                #expect(record.worst == expected.worst)
                #expect(Set(record.incidents) == expected.slugs)
            }
        }
    }

    private func randomPage(seed: Int, tick: Int, ticks: Int) -> (StatusPage, Instant) {
        var random = RandomPage(seed: seed, start: start, tick: tick, ticks: ticks)
        let now = start + tick * (ticks - 10 * (seed % 7))
        var page = random.make().seen(by: .public, at: now)
        if seed % 2 == 1 { random.addFormerRules(to: &page) }
        return (page, now)
    }

    private func expect(
        _ uptime: Uptime,
        agreesWith parts: [Oracle.Sums],
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(uptime.observedSeconds == parts.map(\.observed).reduce(0, +), sourceLocation: location)
        #expect(uptime.downtimeMilliseconds == parts.map(\.downtime).reduce(0, +), sourceLocation: location)
        #expect(uptime.maintenanceSeconds == parts.map(\.maintenance).reduce(0, +), sourceLocation: location)
        #expect(uptime.degradedSeconds == parts.map(\.degraded).reduce(0, +), sourceLocation: location)
        let incidents = parts.reduce(into: Set<Int>()) { $0.formUnion($1.incidents) }
        #expect(uptime.outages == incidents.count, sourceLocation: location)
    }
}
