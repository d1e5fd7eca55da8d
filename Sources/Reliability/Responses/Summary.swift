/// A summary of a set of durations.
///
/// Mean, median and percentile are in whole seconds, and `nil` if `n` is 0.
public struct Summary: Sendable, Hashable {
    /// The number of durations.
    public let n: Int
    /// The arithmetic mean, to the nearest second, half up.
    public let mean: Int?
    /// The median; if `n` is even, the mean of the middle two, to the nearest second, half up.
    public let median: Int?
    /// The 90th percentile by nearest rank: the ⌈0.9 · n⌉-th smallest.
    public let p90: Int?
    /// The number of durations that count from an incident's first update, because its record does not state when it
    /// began.
    public let fromFirstUpdate: Int
}

extension Summary {
    /// The summary of no durations.
    static let empty = Summary(of: [])

    /// Summarizes durations in any order.
    public init(of seconds: [Int]) {
        self.init(ofSorted: seconds.sorted()[...])
    }

    /// Summarizes durations that are in order, shortest first.
    init(ofSorted seconds: ArraySlice<Int>, fromFirstUpdate: Int = 0) {
        let n = seconds.count
        self.n = n
        self.fromFirstUpdate = fromFirstUpdate
        guard n > 0 else {
            (mean, median, p90) = (nil, nil, nil)
            return
        }
        let first = seconds.startIndex
        mean = seconds.reduce(0, +).dividedHalfUp(by: n)
        median = (seconds[first + (n - 1) / 2] + seconds[first + n / 2]).dividedHalfUp(by: 2)
        p90 = seconds[first + (9 * n + 9) / 10 - 1]
    }
}
