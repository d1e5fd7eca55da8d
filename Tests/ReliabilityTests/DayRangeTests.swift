import Foundation
@testable import Reliability
import StatusModel
import Testing

/// Days as long as their zone has them, held against Foundation's calendar.
struct DayRangeTests {
    @Test(arguments: [
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
        "Africa/Cairo", "Asia/Beirut", "Pacific/Apia",
    ])
    func daysAreThoseOfFoundation(name: String) throws {
        let zone = try Zone(foundation: name, from: 2016, through: 2026)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: name))
        // Sao Paulo's clocks skipped midnight on 2018-11-04; it has had one time all year since 2019.
        let now = try at("2018-12-31T12:00Z")
        let history = page(component("api"), zone: zone).with(incident(from: try at("2016-06-01T00:00Z")))
            .history(now: now)
        for record in history.days(of: 0, count: 800) {
            let noon = Date(timeIntervalSince1970: Double(zone.start(of: record.day).seconds + 12 * hour))
            let interval = try #require(calendar.dateInterval(of: .day, for: noon))
            #expect(record.uptime.range.from.seconds == Int(interval.start.timeIntervalSince1970))
            #expect(record.uptime.range.to.seconds == Int(interval.end.timeIntervalSince1970))
            #expect(record.uptime.downtimeMilliseconds == 1000 * record.uptime.observedSeconds)
        }
    }
}
