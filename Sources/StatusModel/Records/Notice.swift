/// An announcement: no severity, no status, no statistics.
public struct Notice: Sendable {
    /// Its file, text and updates.
    public var record: Record {
        _read { yield boxed.value }
        _modify { yield &boxed.value }
    }
    private var boxed: Boxed<Record>
    /// From when on it is shown.
    public var from: Instant
    /// Until when it is shown; for good where there is none.
    public var until: Instant?

    /// Makes a notice.
    public init(record: Record, from: Instant, until: Instant? = nil) {
        boxed = Boxed(record)
        (self.from, self.until) = (from, until)
    }

    /// Whether it is shown at the instant.
    public func isCurrent(at instant: Instant) -> Bool {
        from <= instant && (until.map { instant < $0 } ?? true)
    }
}
