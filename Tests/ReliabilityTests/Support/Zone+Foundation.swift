import Foundation
import StatusModel
import Testing

extension Zone {
    /// The zone as Foundation knows it, with its changes in those years.
    init(foundation name: String, from first: Int, through last: Int) throws {
        let zone = try #require(TimeZone(identifier: name))
        let start = try at("\(first)-01-01T00:00Z")
        let end = try at("\(last + 1)-01-01T00:00Z")
        var date = Date(timeIntervalSince1970: Double(start.seconds))
        let offset = zone.secondsFromGMT(for: date)
        var changes: [Change] = []
        while let next = zone.nextDaylightSavingTimeTransition(after: date),
            Int(next.timeIntervalSince1970) < end.seconds
        {
            changes.append(
                Change(
                    at: Instant(seconds: Int(next.timeIntervalSince1970)),
                    offset: zone.secondsFromGMT(for: next)
                )
            )
            date = next
        }
        self.init(name: name, offset: offset, changes: changes)
    }
}
