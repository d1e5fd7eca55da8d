/// The seconds from one instant up to, but not including, another.
struct Stretch: Equatable {
    var from: Int
    var until: Int

    var seconds: Int { max(0, until - from) }

    /// Returns the part that both have in common, which has no length if there is none.
    func common(with other: Stretch) -> Stretch {
        let from = max(from, other.from)
        return Stretch(from: from, until: max(from, min(until, other.until)))
    }

    func contains(_ instant: Int) -> Bool { from <= instant && instant < until }

    /// Whether it has an instant in common with a range.
    ///
    /// A stretch without length consists of its one instant.
    func touches(_ range: Stretch) -> Bool {
        range.seconds > 0 && from < range.until && (until > range.from || from >= range.from)
    }

    /// A stretch from before to after every instant that a site can name.
    static let always = Stretch(from: -1 << 50, until: 1 << 50)
}

extension [Int] {
    /// Returns the first place, in sorted numbers, of one that is not less than `number`; the count if there is none.
    func firstPlace(notBefore number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] >= number { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
