/// The seconds from one instant up to, but not including, another.
struct Stretch: Equatable {
    var from: Int
    var until: Int

    var seconds: Int { max(0, until - from) }

    /// What both have in common; of no length where that is nothing.
    func common(with other: Stretch) -> Stretch {
        let from = max(from, other.from)
        return Stretch(from: from, until: max(from, min(until, other.until)))
    }

    func contains(_ instant: Int) -> Bool { from <= instant && instant < until }

    /// Whether it has an instant in common with a range; one of no length has its own.
    func touches(_ range: Stretch) -> Bool {
        range.seconds > 0 && from < range.until && (until > range.from || from >= range.from)
    }

    /// Before and after all that a site can name.
    static let always = Stretch(from: -1 << 50, until: 1 << 50)
}

extension [Int] {
    /// Where, in order, the first is that is no less than a number.
    func firstPlace(notBefore number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] >= number { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
