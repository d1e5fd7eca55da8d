public import StatusModel

/// One calendar day of a component.
public struct DayRecord: Sendable, Hashable {
    /// The day in the site's zone.
    public let day: Day
    /// Its figures; today's up to now.
    public let uptime: Uptime
    /// The worst status the component had at any instant of it that counts.
    public let worst: ComponentStatus
    /// The slugs of the incidents and the maintenance that gave it a status other than operational that
    /// day, newest first.
    public let incidents: [String]
}
