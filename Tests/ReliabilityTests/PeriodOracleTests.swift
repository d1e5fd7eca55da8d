@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// Periods and error budgets of random pages, held against the oracle. A tick is six hours, so that days begin at ticks in
/// both zones.
struct PeriodOracleTests {
    private let start = Instant(seconds: 1_764_525_600)  // 2025-11-30T18:00:00Z
    private let tick = 6 * hour
    private let ticks = 520
    private static let zones = [Zone.utc, Zone(name: "Asia/Dhaka", offset: 6 * hour)]

    @Test(arguments: 0..<30)
    func reportIsTheSumOverItsInstants(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
        for period in history.periods.all {
            let report = PeriodReport(of: period, on: page, history: history)
            let clock = oracle.sumsByTheClock(during: report.range)
            #expect(report.whole.byTheClock.observedSeconds == clock.observed)
            #expect(report.whole.byTheClock.downtimeMilliseconds == clock.downtime)
            #expect(report.whole.byTheClock.degradedSeconds == clock.degraded)
            #expect(report.maintenance.seconds == secondsOfWork(during: report.range, of: page, oracle, now))
            let started = page.incidents.filter { isCounted($0, on: page) && report.range.contains($0.from) }
            #expect(report.incidents.started == started.count)
            #expect(report.incidents.openAtStart == openCount(at: report.range.from, on: page))
            #expect(report.responses.all.incidents == started.count)
            #expect(report.responses.pattern.byWeekday.reduce(0, +) == started.count)
            for month in report.months {
                let expected = page.incidents.filter {
                    isCounted($0, on: page) && month.month.range(in: page.zone).contains($0.from)
                }
                #expect(month.incidents == expected.count)
                let times = expected.compactMap { ResponseTimes(of: $0, now: now)[.restore] }
                #expect(month.restore == Summary(of: times))
            }
        }
    }

    @Test(arguments: 0..<30)
    func budgetIsWhatTheInstantsAllowAndSpend(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        let (history, oracle) = (page.history(now: now), Oracle(page: page, now: now, tick: tick))
        for period in history.periods.all {
            let report = PeriodReport(of: period, on: page, history: history)
            for figures in report.components {
                let (index, target) = (figures.component, page.components[figures.component].target)
                guard let target, let budget = figures.budget else {
                    #expect(target == nil)
                    continue
                }
                let allowed = (1_000_000 - target.millionths) * life(of: index, during: report.range, oracle)
                let spent = oracle.sums(of: index, during: report.range)
                #expect(budget.allowedMicroseconds == allowed)
                #expect(budget.remainingMicroseconds == allowed - 1_000 * spent.downtime)
                let rate =
                    Double(1_000 * spent.downtime) / Double((1_000_000 - target.millionths) * spent.observed)
                #expect(abs((budget.burnRate ?? 0) - rate) < 1e-9)
            }
            for course in report.budgets {
                for point in course.points {
                    let elapsed = TimeRange(from: report.range.from, to: point.at)
                    let spent = 1_000 * oracle.sums(of: course.component, during: elapsed).downtime
                    let left = Double(course.budget.allowedMicroseconds - spent)
                    let share = (10_000 * left / Double(course.budget.allowedMicroseconds)).rounded(.down)
                    #expect(abs(point.leftBasisPoints - Int(share)) <= 1)
                }
            }
        }
    }

    private func randomPage(seed: Int) -> (StatusPage, Instant) {
        var random = RandomPage(seed: seed, start: start, tick: tick, ticks: ticks)
        var page = random.make(zone: Self.zones[seed % 2])
        for index in page.components.indices where (seed + index) % 3 > 0 {
            page.components[index].target = Target(millionths: [999_000, 950_000][index % 2])
        }
        let now = start + tick * (ticks - 20 * (seed % 7))
        return (page.seen(by: .internal, at: now), now)
    }

    /// The seconds of the component's life, whether or not they have come.
    private func life(of index: Int, during range: TimeRange, _ oracle: Oracle) -> Int {
        let component = oracle.page.components[index]
        let since = component.since ?? oracle.page.since ?? oracle.firstRecordAt
        return stride(from: range.from.seconds, to: range.to.seconds, by: tick).count { seconds in
            seconds >= since.seconds && seconds < component.until?.seconds ?? .max
        } * tick
    }

    private func secondsOfWork(during range: TimeRange, of page: StatusPage, _ oracle: Oracle, _ now: Instant)
        -> Int
    {
        stride(from: range.from.seconds, to: min(range.to, now).seconds, by: tick).count { seconds in
            page.maintenance.contains { oracle.isRunning($0, at: Instant(seconds: seconds)) }
        } * tick
    }

    private func isCounted(_ incident: Record, on page: StatusPage) -> Bool {
        incident.from >= page.since ?? .distantPast
    }

    /// How many had begun before the instant, and were not resolved for good by then.
    private func openCount(at instant: Instant, on page: StatusPage) -> Int {
        let instant = max(instant, page.since ?? .distantPast)
        return page.incidents.count { incident in
            incident.from < instant && incident.resolvedAt.map { $0 > instant } ?? true
        }
    }
}
