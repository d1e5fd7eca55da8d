import StatusModel

/// Ranges that do not touch.
///
/// The part that they share with another range is found in logarithmic time.
struct DisjointRanges: Sendable {
    /// The ranges, earliest first.
    let all: [TimeRange]
    /// The total seconds of the ranges before each.
    private let secondsBefore: [Int]

    /// - Parameter ranges: ranges that do not touch, earliest first.
    init(_ ranges: [TimeRange]) {
        all = ranges
        secondsBefore = ranges.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.seconds) }
    }

    /// Makes the union of ranges in any order: those that overlap or touch become one, and empty ones are left out.
    init(unionOf ranges: [TimeRange]) {
        let sorted = ranges.filter { !$0.isEmpty }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        self.init(
            sorted.reduce(into: []) { united, range in
                if let last = united.last, range.from <= last.to {
                    united[united.count - 1] = TimeRange(from: last.from, to: max(last.to, range.to))
                } else {
                    united.append(range)
                }
            })
    }
}

extension DisjointRanges {
    /// Returns the number of the range's seconds that are within these ranges.
    func seconds(during range: TimeRange) -> Int {
        guard all.count > 1 else { return all.first.map { $0.intersection(range).seconds } ?? 0 }
        return seconds(before: range.to) - seconds(before: range.from)
    }

    /// Returns the part of each range that is within the given one, earliest first.
    func within(_ range: TimeRange) -> [TimeRange] {
        let first = all.firstPlace { $0.to > range.from }
        let end = all.firstPlace { $0.from >= range.to }
        return all[first..<max(first, end)].map { $0.intersection(range) }
    }

    private func seconds(before instant: Instant) -> Int {
        let place = all.firstPlace { $0.from >= instant }
        guard place > 0 else { return 0 }
        return secondsBefore[place - 1] + (min(instant, all[place - 1].to) - all[place - 1].from)
    }
}
