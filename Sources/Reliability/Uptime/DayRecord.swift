public import StatusModel

/// One calendar day of a component.
public struct DayRecord: Sendable, Hashable {
    /// The day, in the site's zone.
    public let day: Day
    /// Its figures; today's up to now.
    public let uptime: Uptime
    /// The worst status that the component had at any observed instant of the day.
    public let worst: ComponentStatus
    /// The slugs of the incidents and maintenance that gave it a status other than operational on that day, newest
    /// first.
    public let incidents: [String]
}
