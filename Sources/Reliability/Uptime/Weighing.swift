import StatusModel

/// The weights of statuses over time: each second counts by the weights of its own day.
///
/// Which of several statuses has the greatest weight may change with the weights. Therefore, the sums over time are
/// determined once for every set of statuses, and a range takes two lookups however often the weights changed.
final class Weighing: Sendable {
    /// The instants from which each of `sets` but the first applies.
    private let changes: [Instant]
    fileprivate let sets: [Weights]

    /// The weights, and the sums before them, for every ``HeldStatuses``.
    fileprivate struct Weights {
        let at: Instant
        /// The sums of one second.
        let rates: [DowntimeCurve.Sums]
        var before = Array(repeating: DowntimeCurve.Sums(), count: HeldStatuses.count)
    }

    init(by rules: RulesInForce) {
        let dated = rules.weightsByDay
        changes = dated.dropFirst().map(\.at)
        // Before the first change, time is counted backwards from it.
        let first = changes.first ?? Instant(seconds: 0)
        sets = dated.reduce(into: []) { sets, dated in
            sets.append(Weights(dated.value, at: max(dated.at, first), after: sets.last))
        }
    }
}

extension Weighing {
    /// Whether the weights have always been the same.
    var isConstant: Bool { changes.isEmpty }

    /// Returns the sums while the statuses hold.
    func sums(of held: HeldStatuses, during range: TimeRange) -> DowntimeCurve.Sums {
        changes.isEmpty
            ? sets[0].sums(of: held, seconds: range.seconds)
            : sums(of: held, before: range.to) - sums(of: held, before: range.from)
    }

    /// Whether a status has weight at any instant of the range or, if it is empty, at its only instant.
    func weighs(_ status: ComponentStatus, during range: TimeRange) -> Bool {
        let held = HeldStatuses(status)
        guard !changes.isEmpty, !range.isEmpty else {
            return set(at: range.from).weight(of: held) > 0
        }
        return sums(of: held, during: range).downtimeMilliseconds > 0
    }

    /// Returns the parts of the range in which a status has one weight, earliest first, each with that weight.
    func parts(of range: TimeRange, weighing status: ComponentStatus) -> [(range: TimeRange, weight: Int)] {
        let held = HeldStatuses(status)
        let first = changes.firstPlace { $0 > range.from }
        return (first..<max(first, changes.firstPlace { $0 >= range.to })).reduce(
            into: [(range, sets[first].weight(of: held))]
        ) { parts, place in
            let last = parts[parts.count - 1]
            let weight = sets[place + 1].weight(of: held)
            guard weight != last.weight else { return }
            parts[parts.count - 1].range = TimeRange(from: last.range.from, to: changes[place])
            parts.append((TimeRange(from: changes[place], to: range.to), weight))
        }
    }

    /// Returns the ranges in which any current status has weight, earliest first.
    func weighty(_ steps: [DowntimeCurve.Step]) -> [TimeRange] {
        var place = 0
        var ranges: [TimeRange] = []
        for (step, next) in zip(steps, steps.dropFirst()) where !step.held.isEmpty {
            var from = step.at
            while from < next.at {
                while place < changes.count, changes[place] <= from { place += 1 }
                let to = place < changes.count ? min(changes[place], next.at) : next.at
                if sets[place].weight(of: step.held) > 0 { ranges.append(TimeRange(from: from, to: to)) }
                from = to
            }
        }
        return ranges
    }

    private func set(at instant: Instant) -> Weights {
        changes.isEmpty ? sets[0] : sets[changes.firstPlace { $0 > instant }]
    }

    private func sums(of held: HeldStatuses, before instant: Instant) -> DowntimeCurve.Sums {
        let set = set(at: instant)
        return set.before[Int(held.rawValue)] + set.sums(of: held, seconds: instant - set.at)
    }
}

extension Weighing.Weights {
    fileprivate init(_ weights: UptimeWeights, at instant: Instant, after last: Self?) {
        let sets = (0..<HeldStatuses.count).map { HeldStatuses(rawValue: UInt8($0)) }
        at = instant
        rates = sets.map { set in
            let weight = ComponentStatus.allCases.reduce(0) { largest, status in
                set.contains(HeldStatuses(status)) && status != .operational
                    ? max(largest, weights[status]) : largest
            }
            let isAffected = weight > 0 || !set.isDisjoint(with: .trouble)
            return DowntimeCurve.Sums(
                downtimeMilliseconds: weight,
                maintenanceSeconds: set.contains(.maintenance) ? 1 : 0,
                affectedSeconds: isAffected ? 1 : 0,
                degradedSeconds: isAffected && weight == 0 ? 1 : 0
            )
        }
        guard let last else { return }
        before = sets.map { last.before[Int($0.rawValue)] + last.sums(of: $0, seconds: instant - last.at) }
    }

    /// Returns the greatest weight of the statuses, in thousandths.
    fileprivate func weight(of held: HeldStatuses) -> Int { rates[Int(held.rawValue)].downtimeMilliseconds }

    /// Returns the sums of that many seconds; before the first change, their number is negative.
    fileprivate func sums(of held: HeldStatuses, seconds: Int) -> DowntimeCurve.Sums {
        rates[Int(held.rawValue)] * seconds
    }
}
