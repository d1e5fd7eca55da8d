import StatusModel

extension Instant {
    /// The instant as in RFC 822, §5.1, but with a year of four digits, as RSS requires: `Fri, 02 Jan 2026 17:05:00
    /// GMT`.
    var rfc822Date: String {
        let (day, time) = Zone.utc.local(self)
        let date = day.description
        return "\(Self.weekdays[day.weekday]), \(date.suffix(2)) \(Self.months[day.month - 1]) "
            + "\(date.dropLast(6)) \(time.withSeconds) GMT"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
