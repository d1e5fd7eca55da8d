/// The instants from `from` up to, but not including, `to`.
///
/// The range is half-open, so that adjacent ranges neither overlap nor leave out a second.
public struct TimeRange: Hashable, Sendable {
    /// The first instant within the range.
    public let from: Instant
    /// The first instant after the range; never before `from`.
    public let to: Instant

    /// Makes the range `[from, to)`, which is empty if `to` is not later than `from`.
    public init(from: Instant, to: Instant) {
        self.from = from
        self.to = max(from, to)
    }

    /// All instants that a record can name.
    public static let always = TimeRange(from: .distantPast, to: .distantFuture)

    /// The range's length in seconds, 0 or more.
    public var seconds: Int { to - from }

    /// Whether no instant is within the range.
    public var isEmpty: Bool { from == to }

    /// Whether the instant is within the range.
    public func contains(_ instant: Instant) -> Bool {
        from <= instant && instant < to
    }

    /// Returns the part that both ranges have in common, which may be empty.
    public func intersection(_ other: TimeRange) -> TimeRange {
        TimeRange(from: max(from, other.from), to: min(to, other.to))
    }
}
