import StatusModel

/// A generator of numbers that look random and are the same for the same seed.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(bitPattern: Int64(seed))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// True once in that many times, on average.
    mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// A range between two ticks.
    mutating func range(from start: Instant, tick: Int, ticks: Int) -> TimeRange {
        let ends = [0, 0].map { _ in Int.random(in: 0...ticks, using: &self) }.sorted()
        return TimeRange(from: start + ends[0] * tick, to: start + ends[1] * tick)
    }
}
