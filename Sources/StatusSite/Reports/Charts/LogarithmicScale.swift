/// A logarithmic scale of durations between two round durations.
struct LogarithmicScale: Sendable {
    /// The round durations on it, in seconds, the shortest first; at least two.
    let ticks: [Int]

    /// The round durations at which a scale can begin, end and have marks: 1 and 10 minutes, 1 and 6 hours, a day, a
    /// week, 4 weeks and 52.
    private static let round = [60, 600, 3_600, 21_600, 86_400, 604_800, 2_419_200, 31_449_600]

    /// Makes a scale that fits the durations.
    ///
    /// A duration of less than a minute is placed at its beginning, and one of more than 52 weeks at its end.
    init(for durations: [Int]) {
        let (shortest, longest) = (durations.min() ?? 60, durations.max() ?? 60)
        let first = Self.round.lastIndex { $0 <= shortest } ?? 0
        let last = Self.round.firstIndex { $0 >= longest } ?? Self.round.count - 1
        let start = min(first, Self.round.count - 2)
        ticks = Array(Self.round[start...max(last, start + 1)])
    }

    /// Returns the position of the duration, from 0 at the first tick to 1 at the last.
    func position(of seconds: Int) -> Double {
        let (first, last) = (ticks[0], ticks[ticks.count - 1])
        let held = min(max(seconds, first), last)
        return Self.logarithm(of: Double(held) / Double(first))
            / Self.logarithm(of: Double(last) / Double(first))
    }

    /// Returns the natural logarithm of a number from 1 on, as twice the inverse hyperbolic tangent of (x − 1) / (x +
    /// 1) for the number's significand.
    ///
    /// The mathematics library's logarithm differs in its last digits between systems; this function does not.
    private static func logarithm(of number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        let square = ratio * ratio
        var (power, sum) = (ratio, 0.0)
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += power / odd
            power *= square
        }
        return 2 * sum + Double(number.exponent) * 0.693147180559945309417
    }
}
