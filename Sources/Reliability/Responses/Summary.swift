/// A set of durations in a few numbers; mean, median and percentile in whole seconds, and nothing where `n` is 0.
public struct Summary: Sendable, Hashable {
    /// How many there are.
    public let n: Int
    /// Their sum by their number, to the nearest second, half up.
    public let mean: Int?
    /// The middle one; the mean of the middle two where `n` is even, to the nearest second, half up.
    public let median: Int?
    /// The 90th percentile by nearest rank: the ⌈0.9 · n⌉-th smallest.
    public let p90: Int?
    /// How many of them count from an incident's first update, as nobody wrote down when it began.
    public let fromFirstUpdate: Int
}

extension Summary {
    /// The summary of no durations at all.
    static let empty = Summary(of: [])

    /// Sums up durations in any order.
    public init(of seconds: [Int]) {
        self.init(ofSorted: seconds.sorted()[...])
    }

    /// Sums up durations that stand in order, the shortest first.
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
