/// An announcement: no severity, no status, no statistics.
public struct Notice: Sendable {
    /// Its file, text and updates.
    public var record: Record
    /// From when on it is shown.
    public var from: Instant
    /// Until when it is shown; for good where there is none.
    public var until: Instant?

    /// Makes a notice.
    public init(record: Record, from: Instant, until: Instant? = nil) {
        (self.record, self.from, self.until) = (record, from, until)
    }

    /// Whether it is shown at the instant.
    public func isCurrent(at instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true)
    }
}
