public import StatusModel

/// The ranges up to now that every page shows.
///
/// Their days are 86,400 s, regardless of clock changes.
public enum RecentRange: String, CaseIterable, Sendable {
    /// 24 hours.
    case day = "24h"
    /// 7 days.
    case week = "7d"
    /// 30 days.
    case month = "30d"
    /// 90 days.
    case quarter = "90d"
    /// 365 days.
    case year = "365d"
}

extension RecentRange {
    /// Its length in seconds.
    public var seconds: Int {
        switch self {
        case .day: 86_400
        case .week: 7 * 86_400
        case .month: 30 * 86_400
        case .quarter: 90 * 86_400
        case .year: 365 * 86_400
        }
    }

    /// Returns the range of this length that ends at the instant.
    public func range(endingAt instant: Instant) -> TimeRange {
        TimeRange(from: instant - seconds, to: instant)
    }
}
