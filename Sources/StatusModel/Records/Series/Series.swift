/// Maintenance that recurs: a rule, and the windows that it makes. It never changes, and records share it.
public final class Series: Sendable {
    /// When the windows recur.
    public let rule: Rule
    /// The days of the rule on which there is none, the earliest first.
    public let exceptions: [Day]
    /// Its windows, by when they begin; one at least.
    public let windows: [Window]
    /// What of it is news.
    public let news: News

    /// Makes a series.
    ///
    /// - Parameter windows: at least one, by when they begin; no two of them overlap.
    public init(_ rule: Rule, except exceptions: [Day], windows: [Window], news: News) {
        (self.rule, self.exceptions, self.windows, self.news) = (rule, exceptions, windows, news)
    }

    /// How many windows a series has at most, those that are left out included.
    public static let limit = 400

    /// A window of a series.
    public struct Window: Hashable, Sendable {
        /// The day that the rule gives it, also if it was moved to another.
        public let day: Day
        /// When it is planned to run.
        public let range: TimeRange
        /// Whether it was moved to another time than the rule's.
        public let isMoved: Bool

        /// Makes a window.
        public init(of day: Day, _ range: TimeRange, isMoved: Bool = false) {
            (self.day, self.range, self.isMoved) = (day, range, isMoved)
        }
    }

    /// What of a series is told in feeds.
    public enum News: String, CaseIterable, Sendable {
        /// What announces the series, and what is said of single windows.
        case first
        /// Each window besides, when it begins.
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
