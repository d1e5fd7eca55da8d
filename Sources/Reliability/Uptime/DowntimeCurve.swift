import StatusModel

/// The downtime over time of one component, or of several together, with each second counted once.
///
/// The sums of any range take two lookups.
struct DowntimeCurve: Sendable {
    private var points: [Point] = []
    private let weighing: Weighing

    /// The statuses that hold from an instant up to the next point.
    fileprivate struct Point {
        let at: Instant
        let held: HeldStatuses
        /// The sums before `at`.
        let before: Sums
    }

    /// The sums over a time.
    struct Sums: Sendable {
        /// The downtime, in weighted thousandths of a second.
        var downtimeMilliseconds = 0
        var maintenanceSeconds = 0
        /// The seconds with a status that is degraded or worse, or has weight.
        var affectedSeconds = 0
        /// The affected seconds in which no status has weight.
        var degradedSeconds = 0
    }

    /// The statuses that hold from an instant until the next step.
    struct Step {
        let at: Instant
        let held: HeldStatuses
    }

    /// - Parameter steps: the steps, in the order of their instants.
    init(of steps: [Step], by weighing: Weighing) {
        self.weighing = weighing
        for step in steps { append(step) }
    }

    /// - Parameter disruptions: the disruptions, in the order of their starts.
    init(of disruptions: [Disruption], by weighing: Weighing) {
        self.weighing = weighing
        disruptions.sweep { append($0) }
    }
}

extension DowntimeCurve {
    /// Returns the sums over the range.
    func sums(during range: TimeRange) -> Sums {
        sums(before: range.to) - sums(before: range.from)
    }

    /// The statuses that hold, from the first step on.
    var steps: [Step] { points.map { Step(at: $0.at, held: $0.held) } }

    private func sums(before instant: Instant) -> Sums {
        let place = points.firstPlace { $0.at >= instant }
        return place == 0 ? Sums() : sums(through: points[place - 1], until: instant)
    }

    private func sums(through point: Point, until instant: Instant) -> Sums {
        point.before + weighing.sums(of: point.held, during: TimeRange(from: point.at, to: instant))
    }

    private mutating func append(_ step: Step) {
        let last = points.last
        guard step.held != last?.held ?? [] else { return }
        let before = last.map { sums(through: $0, until: step.at) } ?? Sums()
        points.append(Point(at: step.at, held: step.held, before: before))
    }
}

extension DowntimeCurve.Sums {
    static func + (one: Self, other: Self) -> Self {
        Self(
            downtimeMilliseconds: one.downtimeMilliseconds + other.downtimeMilliseconds,
            maintenanceSeconds: one.maintenanceSeconds + other.maintenanceSeconds,
            affectedSeconds: one.affectedSeconds + other.affectedSeconds,
            degradedSeconds: one.degradedSeconds + other.degradedSeconds
        )
    }

    static func - (one: Self, other: Self) -> Self {
        Self(
            downtimeMilliseconds: one.downtimeMilliseconds - other.downtimeMilliseconds,
            maintenanceSeconds: one.maintenanceSeconds - other.maintenanceSeconds,
            affectedSeconds: one.affectedSeconds - other.affectedSeconds,
            degradedSeconds: one.degradedSeconds - other.degradedSeconds
        )
    }

    static func * (one: Self, seconds: Int) -> Self {
        Self(
            downtimeMilliseconds: one.downtimeMilliseconds * seconds,
            maintenanceSeconds: one.maintenanceSeconds * seconds,
            affectedSeconds: one.affectedSeconds * seconds,
            degradedSeconds: one.degradedSeconds * seconds
        )
    }
}

extension [Disruption] {
    /// Goes once over the starts and ends of the disruptions, which must be in the order of their starts, and calls a
    /// closure with the statuses that hold from each of those instants on.
    fileprivate func sweep(_ body: (DowntimeCurve.Step) -> Void) {
        let ends = sorted { $0.to < $1.to }
        var counts = HeldCounts()
        var started = 0
        var ended = 0
        while ended < ends.count {
            var at = ends[ended].to
            if started < count { at = Swift.min(at, self[started].from) }
            while started < count, self[started].from == at {
                counts.add(self[started].held, 1)
                started += 1
            }
            while ended < ends.count, ends[ended].to == at {
                counts.add(ends[ended].held, -1)
                ended += 1
            }
            body(DowntimeCurve.Step(at: at, held: counts.held))
        }
    }
}

extension Disruption {
    fileprivate var held: HeldStatuses {
        isMaintenance ? [HeldStatuses(status), .maintenance] : HeldStatuses(status)
    }
}

/// The numbers of disruptions or components with each status, at one instant of a sweep.
struct HeldCounts {
    private var counts = Array(repeating: 0, count: ComponentStatus.allCases.count)
    /// The statuses that any of them has.
    private(set) var held: HeldStatuses = []

    mutating func add(_ statuses: HeldStatuses, _ number: Int) {
        for place in counts.indices {
            let status = HeldStatuses(rawValue: 1 << UInt8(place))
            guard statuses.contains(status) else { continue }
            counts[place] += number
            if counts[place] > 0 { held.insert(status) } else { held.remove(status) }
        }
    }
}
