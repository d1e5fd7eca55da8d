/// Maintenance that recurs: a rule, and the windows that follow from it.
///
/// It is immutable, and records share it.
public final class Series: Sendable {
    /// The rule by which the windows recur.
    public let rule: Rule
    /// The days of the rule that have no window, earliest first.
    public let exceptions: [Day]
    /// Its windows, by their beginning; at least one.
    public let windows: [Window]
    /// The parts of it that are news.
    public let news: News

    /// Makes a series.
    ///
    /// - Parameter windows: at least one window, in the order in which they begin; no two of them overlap.
    public init(_ rule: Rule, except exceptions: [Day], windows: [Window], news: News) {
        (self.rule, self.exceptions, self.windows, self.news) = (rule, exceptions, windows, news)
    }

    /// The greatest number of windows of a series, including those that are left out.
    public static let limit = 400

    /// A window of a series.
    public struct Window: Hashable, Sendable {
        /// The day that the rule gives it, even if it was moved to another.
        public let day: Day
        /// The time for which it is planned.
        public let range: TimeRange
        /// Whether it was moved from the time that the rule gives it.
        public let isMoved: Bool

        /// Makes a window.
        public init(of day: Day, _ range: TimeRange, isMoved: Bool = false) {
            (self.day, self.range, self.isMoved) = (day, range, isMoved)
        }
    }

    /// The parts of a series that are news in feeds.
    public enum News: String, CaseIterable, Sendable {
        /// The announcement of the series, and updates about single windows.
        case first
        /// In addition, the beginning of each window.
        case each
        /// Nothing.
        case nothing = "none"
    }
}

extension Series: Equatable {
    /// Whether both have the same rule and the same windows.
    public static func == (one: Series, other: Series) -> Bool {
        one === other
            || one.rule == other.rule && one.exceptions == other.exceptions && one.windows == other.windows
                && one.news == other.news
    }
}
