import StatusModel

/// One component's weight through time, with its integral: the sums of any range by two look-ups.
struct DowntimeCurve: Sendable {
    private var points: [Point] = []

    /// From `at` on, up to the next point, these hold.
    fileprivate struct Point {
        let at: Instant
        /// The largest weight of all statuses that hold, in thousandths.
        let weight: Int
        let isInMaintenance: Bool
        /// Whether any status is degraded or worse, or has weight.
        let isAffected: Bool
        /// What came together before `at`.
        let before: Sums
    }

    /// What comes together over a while.
    struct Sums: Sendable {
        /// Weighted thousandths of a second.
        var downtimeMilliseconds = 0
        var maintenanceSeconds = 0
        /// Seconds with a status that is degraded or worse, or has weight.
        var affectedSeconds = 0
    }

    /// Sweeps once over the starts and ends of disruptions that stand in the order of their starts.
    init(of disruptions: [Disruption], weights: UptimeWeights) {
        let ends = disruptions.sorted { $0.to < $1.to }
        var held = HeldStatuses(weights: weights)
        var (started, ended) = (0, 0)
        while ended < ends.count {
            var at = ends[ended].to
            if started < disruptions.count { at = min(at, disruptions[started].from) }
            while started < disruptions.count, disruptions[started].from == at {
                held.add(disruptions[started], 1)
                started += 1
            }
            while ended < ends.count, ends[ended].to == at {
                held.add(ends[ended], -1)
                ended += 1
            }
            append(held, at: at)
        }
    }

    /// The sums over the range.
    func sums(during range: TimeRange) -> Sums {
        let (before, after) = (sums(before: range.from), sums(before: range.to))
        return Sums(
            downtimeMilliseconds: after.downtimeMilliseconds - before.downtimeMilliseconds,
            maintenanceSeconds: after.maintenanceSeconds - before.maintenanceSeconds,
            affectedSeconds: after.affectedSeconds - before.affectedSeconds
        )
    }
}

extension DowntimeCurve {
    private func sums(before instant: Instant) -> Sums {
        let place = points.firstPlace { $0.at >= instant }
        return place == 0 ? Sums() : points[place - 1].sums(until: instant)
    }

    private mutating func append(_ held: HeldStatuses, at instant: Instant) {
        let last = points.last
        let point = Point(
            at: instant,
            weight: held.largestWeight,
            isInMaintenance: held.maintenance > 0,
            isAffected: held.isAffected,
            before: last?.sums(until: instant) ?? Sums()
        )
        guard !point.isLike(last) else { return }
        points.append(point)
    }
}

extension DowntimeCurve.Point {
    /// Whether the same holds from here on as from the other point on, or as before the first.
    fileprivate func isLike(_ other: Self?) -> Bool {
        weight == other?.weight ?? 0 && isInMaintenance == other?.isInMaintenance ?? false
            && isAffected == other?.isAffected ?? false
    }

    fileprivate func sums(until instant: Instant) -> DowntimeCurve.Sums {
        let seconds = instant - at
        var sums = before
        sums.downtimeMilliseconds += weight * seconds
        sums.maintenanceSeconds += isInMaintenance ? seconds : 0
        sums.affectedSeconds += isAffected ? seconds : 0
        return sums
    }
}

/// How many records hold each status at one instant of the sweep.
private struct HeldStatuses {
    let weights: [Int]
    var counts: [Int]
    var maintenance = 0

    init(weights: UptimeWeights) {
        self.weights = ComponentStatus.allCases.map { weights[$0] }
        counts = ComponentStatus.allCases.map { _ in 0 }
    }

    mutating func add(_ disruption: Disruption, _ number: Int) {
        counts[disruption.status.rawValue] += number
        if disruption.isMaintenance { maintenance += number }
    }

    var largestWeight: Int {
        var largest = 0
        for place in counts.indices where counts[place] > 0 { largest = max(largest, weights[place]) }
        return largest
    }

    var isAffected: Bool {
        let firstBad = ComponentStatus.degradedPerformance.rawValue
        return counts.indices.contains { counts[$0] > 0 && ($0 >= firstBad || weights[$0] > 0) }
    }
}
