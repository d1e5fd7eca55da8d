import Foundation
@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// What must hold whatever the records say.
struct PropertyTests {
    /// From the end of 2025 over all of 2026, in steps of six hours and some.
    private let start = Instant(seconds: 1_763_985_600)  // 2025-11-24T12:00:00Z
    private let tick = 22_222
    private let ticks = 1_600
    private static let zones = [
        "UTC", "Europe/Berlin", "America/St_Johns", "America/Sao_Paulo", "Asia/Kathmandu",
    ]

    @Test(arguments: 0..<20)
    func partsSumToTheWhole(seed: Int) throws {
        let zone = try Zone(foundation: Self.zones[seed % Self.zones.count], from: 2025, through: 2027)
        let (page, now) = randomPage(seed: seed, zone: zone)
        let history = page.history(now: now)
        for component in page.components.indices {
            for quarter in 1...4 {
                let months = (quarter * 3 - 2...quarter * 3).map { Period.month(year: 2026, month: $0) }
                let sum = months.map { history.sums(of: component, during: $0.range(in: zone)) }.reduce(
                    .zero,
                    +
                )
                let whole = Period.quarter(year: 2026, quarter: quarter).range(in: zone)
                #expect(sum == history.sums(of: component, during: whole))
            }
            let quarters = (1...4).map { Period.quarter(year: 2026, quarter: $0).range(in: zone) }
            let sum = quarters.map { history.sums(of: component, during: $0) }.reduce(.zero, +)
            #expect(sum == history.sums(of: component, during: Period.year(2026).range(in: zone)))
        }
    }

    @Test(arguments: 0..<20)
    func daysSumToTheirMonth(seed: Int) throws {
        let zone = try Zone(foundation: Self.zones[seed % Self.zones.count], from: 2025, through: 2027)
        let (page, now) = randomPage(seed: seed, zone: zone)
        let history = page.history(now: now)
        let today = zone.day(of: now)
        for component in page.components.indices {
            let days = history.days(of: component, count: 90)
            #expect(days.count == 90)
            #expect(days.last?.day == today)
            for month in Set(days.map { Period.month(of: $0.day) }) where month.next.firstDay <= today {
                let ofMonth = days.filter { Period.month(of: $0.day) == month }
                guard ofMonth.first?.day == month.firstDay else { continue }
                let sum = ofMonth.map { Sums($0.uptime) }.reduce(.zero, +)
                #expect(sum == history.sums(of: component, during: month.range(in: zone)))
            }
        }
    }

    @Test(arguments: 0..<20)
    func sumsOfComponentsAreThoseOfTheSite(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        let history = page.history(now: now)
        let year = RecentRange.year.range(endingAt: now)
        let sum = page.components.indices.map { history.sums(of: $0, during: year) }.reduce(.zero, +)
        #expect(sum == Sums(history.uptime(of: page.components.indices, during: year)))
    }

    @Test(arguments: 0..<20)
    func orderAndDuplicatesDoNotMatter(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        var random = SplitMix64(seed: seed)
        var other = page
        other.incidents = (page.incidents + page.incidents).shuffled(using: &random)
        other.maintenance = (page.maintenance + page.maintenance).shuffled(using: &random)
        let (one, two) = (page.history(now: now), other.history(now: now))
        let year = RecentRange.year.range(endingAt: now)
        for component in page.components.indices {
            #expect(one.sums(of: component, during: year) == two.sums(of: component, during: year))
            #expect(one.status(of: component) == two.status(of: component))
        }
        other.incidents = page.incidents.shuffled(using: &random)
        other.maintenance = page.maintenance.shuffled(using: &random)
        let three = other.history(now: now)
        for component in page.components.indices {
            #expect(one.days(of: component, count: 90) == three.days(of: component, count: 90))
        }
    }

    @Test(arguments: 0..<40)
    func outageNeverRaisesUptime(seed: Int) throws {
        var (page, now) = randomPage(seed: seed)
        page.since = page.since ?? start
        var random = SplitMix64(seed: seed)
        var worse = page
        let outage = random.range(from: start, tick: tick, ticks: ticks)
        let status = try #require(ComponentStatus.allCases.randomElement(using: &random))
        worse.incidents.append(
            incident("added", [StatusChange(1, status)], from: outage.from, [resolved(outage.to)])
        )
        worse = worse.seen(by: .public, at: now)
        let (before, after) = (page.history(now: now), worse.history(now: now))
        for recent in RecentRange.allCases {
            let range = recent.range(endingAt: now)
            let one = before.uptime(of: page.components.indices, during: range)
            let other = after.uptime(of: page.components.indices, during: range)
            #expect(other.downtimeMilliseconds >= one.downtimeMilliseconds)
            #expect(other.observedSeconds == one.observedSeconds)
            #expect(other.outages >= one.outages)
        }
    }

    @Test(arguments: 0..<20)
    func downtimeIsNeverMoreThanWhatWasObserved(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        let history = page.history(now: now)
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let range = random.range(from: start, tick: tick, ticks: ticks)
            let uptime = history.uptime(of: 0, during: range)
            #expect(0...1000 * uptime.observedSeconds ~= uptime.downtimeMilliseconds)
            #expect(0...uptime.observedSeconds ~= uptime.maintenanceSeconds)
            #expect(uptime.observedSeconds <= range.seconds)
        }
    }

    private func randomPage(seed: Int, zone: Zone = .utc) -> (StatusPage, Instant) {
        var random = RandomPage(seed: seed, start: start, tick: tick, ticks: ticks)
        let now = start + tick * ticks
        return (random.make(zone: zone).seen(by: .public, at: now), now)
    }
}

/// What adds up from part to part; incidents do not.
private struct Sums: Equatable {
    var observed = 0
    var downtime = 0
    var maintenance = 0

    static let zero = Sums()

    static func + (one: Sums, other: Sums) -> Sums {
        Sums(
            observed: one.observed + other.observed,
            downtime: one.downtime + other.downtime,
            maintenance: one.maintenance + other.maintenance
        )
    }
}

extension Sums {
    init(_ uptime: Uptime) {
        (observed, downtime) = (uptime.observedSeconds, uptime.downtimeMilliseconds)
        maintenance = uptime.maintenanceSeconds
    }
}

extension StatusHistory {
    fileprivate func sums(of component: Int, during range: TimeRange) -> Sums {
        Sums(uptime(of: component, during: range))
    }
}
