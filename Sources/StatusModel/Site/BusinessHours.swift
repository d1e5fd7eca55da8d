/// The hours that policies with `hours: business` count, in the site's zone.
public struct BusinessHours: Hashable, Sendable {
    /// The days of the week, 0 for Monday to 6 for Sunday.
    public var weekdays: Set<Int>
    /// The time at which the hours of a day begin.
    public var from: TimeOfDay
    /// The time at which they end; after `from`.
    public var until: TimeOfDay

    /// Makes business hours.
    public init(weekdays: Set<Int>, from: TimeOfDay, until: TimeOfDay) {
        (self.weekdays, self.from, self.until) = (weekdays, from, until)
    }
}
