/// The effects of records over time, in pieces that do not overlap, earliest first.
///
/// There is a cut wherever anything changes.
struct Course {
    private(set) var pieces: [Piece] = []

    /// A time during which nothing changed.
    struct Piece {
        let stretch: Stretch
        /// The greatest weight of its statuses, in thousandths.
        let weight: Int
        let isInMaintenance: Bool
        /// Whether a status is degraded or worse, or has weight.
        let isAffected: Bool
    }

    /// The sums over a range.
    struct Sums: Equatable {
        /// The downtime, in weighted thousandths of seconds.
        var downtime = 0
        var maintenance = 0
        var affected = 0
        /// The part of the affected time that does not count as downtime.
        var degraded = 0
    }
}

extension Course {
    /// Makes a course with a cut at every start and end.
    init(of spans: [HeldSpan]) {
        let starts = spans.sorted { $0.stretch.from < $1.stretch.from }
        let ends = spans.sorted { $0.stretch.until < $1.stretch.until }
        let cuts = Set(spans.flatMap { [$0.stretch.from, $0.stretch.until] }).sorted()
        // The number of current spans with each effect.
        var held: [HeldSpan.Effect: Int] = [:]
        var (started, ended) = (0, 0)
        for (place, cut) in cuts.enumerated().dropLast() {
            while started < starts.count, starts[started].stretch.from == cut {
                held[starts[started].effect, default: 0] += 1
                started += 1
            }
            while ended < ends.count, ends[ended].stretch.until == cut {
                held[ends[ended].effect, default: 0] -= 1
                ended += 1
            }
            let effects = held.filter { $0.value > 0 }.keys
            guard !effects.isEmpty else { continue }
            pieces.append(
                Piece(
                    stretch: Stretch(from: cut, until: cuts[place + 1]),
                    weight: effects.map(\.weight).max() ?? 0,
                    isInMaintenance: effects.contains(where: \.isMaintenance),
                    isAffected: effects.contains { $0.weight > 0 || Statuses.rank($0.status) >= 2 }
                ))
        }
    }

    /// Makes a course in which all that counts is whether it is within a stretch.
    init(marking stretches: [Stretch]) {
        let effect = HeldSpan.Effect(status: "marked", weight: 1, isMaintenance: false)
        self.init(of: stretches.map { HeldSpan(stretch: $0, effect: effect, record: "") })
    }

    /// Returns the seconds of a range that are within any of the marked stretches.
    func marked(during range: Stretch) -> Int { sums(during: range).downtime }

    /// Returns the sums of the pieces within a range.
    func sums(during range: Stretch) -> Sums {
        var sums = Sums()
        for piece in pieces[firstPiece(endingAfter: range.from)...] {
            guard piece.stretch.from < range.until else { break }
            let seconds = piece.stretch.common(with: range).seconds
            sums.downtime += piece.weight * seconds
            if piece.isInMaintenance { sums.maintenance += seconds }
            if piece.isAffected { sums.affected += seconds }
            if piece.isAffected, piece.weight == 0 { sums.degraded += seconds }
        }
        return sums
    }

    private func firstPiece(endingAfter instant: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].stretch.until > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A span of a component, cut to the time for which the component was tracked.
struct HeldSpan {
    let stretch: Stretch
    let effect: Effect
    let record: String

    struct Effect: Hashable {
        let status: String
        let weight: Int
        let isMaintenance: Bool
    }

    /// Returns the part of it within a stretch, or `nil` if there is none.
    func cut(to whole: Stretch) -> HeldSpan? {
        let common = stretch.common(with: whole)
        guard common.seconds > 0 || stretch.seconds == 0 && whole.contains(stretch.from) else { return nil }
        return HeldSpan(stretch: common, effect: effect, record: record)
    }

    /// Whether it has an instant in common with a range.
    ///
    /// A span without length consists of its one instant.
    func touches(_ range: Stretch) -> Bool { stretch.touches(range) }

    /// Whether it is part of an incident and counts as downtime.
    var isOutage: Bool { !effect.isMaintenance && effect.weight > 0 }
}
