import StatusModel
import TestSupport
import Testing

extension Sample {
    /// Maintenance that recurs from 1 November 2026, a Sunday, at 02:00 UTC.
    static func series(
        _ frequency: Series.Frequency = .everyWeeks(1), until last: String = "2026-12-06",
        hours: Int = 2, except: [String] = [], moved: [String: String] = [:], news: Series.News = .first
    ) throws -> Record {
        let first = try #require(Day(year: 2026, month: 11, day: 1))
        let last = at(last + "T00:00").seconds / 86_400
        let rule = Series.Rule(
            frequency, firstDay: first, lastDay: Day(daysSinceEpoch: last), from: TimeOfDay(seconds: 7_200),
            until: TimeOfDay(seconds: 7_200 + hours * 3_600), nights: 0)
        let days = rule.days(atMost: 100)
        let exceptions = days.filter { except.contains("\($0)") }
        let windows = days.filter { !exceptions.contains($0) }.map { day in
            let move = moved["\(day)"].map(at)
            let from = move ?? Instant(seconds: day.daysSinceEpoch * 86_400 + 7_200)
            return Series.Window(
                of: day, TimeRange(from: from, to: from + hours * 3_600), isMoved: move != nil)
        }
        var record = record("sweep", "Sweep").maintenance(
            from: at("2026-11-01T02:00"), until: at("2026-11-01T02:00") + hours * 3_600,
            components: [StatusChange(1, .underMaintenance)])
        record.series = Series(rule, except: exceptions, windows: windows, news: news)
        return record
    }
}
