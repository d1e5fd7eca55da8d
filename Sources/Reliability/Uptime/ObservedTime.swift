import StatusModel

/// The time on which a component's figures are based, with its downtime: all of the observed time, or the part that
/// counts towards the site's uptime.
struct ObservedTime: Sendable {
    let ranges: DisjointRanges
    let curve: DowntimeCurve
    private let weighing: Weighing
    /// The curve for each status as if it always held; empty if there is only one range.
    private let whileHeld: [DowntimeCurve]

    private init(
        _ ranges: [TimeRange], _ curve: DowntimeCurve, _ weighing: Weighing, _ whileHeld: [DowntimeCurve]
    ) {
        self.ranges = DisjointRanges(ranges)
        (self.curve, self.weighing, self.whileHeld) = (curve, weighing, whileHeld)
    }
}

extension ObservedTime {
    /// Makes the observed time of an entire range.
    init(all range: TimeRange, _ curve: DowntimeCurve, by weighing: Weighing) {
        self.init(range.isEmpty ? [] : [range], curve, weighing, [])
    }

    /// Returns the part that counts, by the days from which the component counts or does not.
    func counted(_ days: [RulesInForce.Dated<Bool>]) -> ObservedTime {
        guard days.count > 1 else {
            return days[0].value
                ? self : ObservedTime([], DowntimeCurve(of: [Step](), by: weighing), weighing, [])
        }
        let kept = ranges.all.flatMap { range in days.rangesOfTrue.map(range.intersection) }.filter {
            !$0.isEmpty
        }
        let steps = curve.steps
        // The curves only cover the time with any steps, since a component may be observed from the beginning of time.
        let busy = TimeRange(from: steps.first?.at ?? .distantPast, to: steps.last?.at ?? .distantPast)
        let counted = kept.map(busy.intersection).filter { !$0.isEmpty }
        return ObservedTime(
            kept, DowntimeCurve(of: steps.within(kept), by: weighing), weighing,
            ComponentStatus.allCases.map { status in
                let always = [Step(at: busy.from, held: status == .operational ? [] : HeldStatuses(status))]
                return DowntimeCurve(of: always.within(counted), by: weighing)
            })
    }

    /// Returns the steps, with no statuses outside this time.
    func cut(_ steps: [DowntimeCurve.Step]) -> [DowntimeCurve.Step] { steps.within(ranges.all) }

    /// Returns the number of the range's seconds that are within this time.
    func seconds(during range: TimeRange) -> Int { ranges.seconds(during: range) }

    /// Whether the disruption is part of an incident and counts as downtime at any instant of the range.
    func weighs(_ disruption: Disruption, during range: TimeRange) -> Bool {
        let ranges = ranges.all
        guard !disruption.isMaintenance, let first = ranges.first else { return false }
        let common = TimeRange(from: disruption.from, to: disruption.to).intersection(range)
        guard ranges.count > 1 else {
            let observed = common.intersection(first)
            return !observed.isEmpty || common.isEmpty && first.contains(common.from)
                ? weighing.weighs(disruption.status, during: observed) : false
        }
        guard !common.isEmpty else {
            let place = ranges.firstPlace { $0.from > common.from } - 1
            return place >= 0 && ranges[place].contains(common.from)
                && weighing.weighs(disruption.status, during: common)
        }
        return whileHeld[disruption.status.rawValue].sums(during: common).downtimeMilliseconds > 0
    }

    private typealias Step = DowntimeCurve.Step
}

extension [RulesInForce.Dated<Bool>] {
    /// The ranges in which the value is `true`, earliest first.
    fileprivate var rangesOfTrue: [TimeRange] {
        indices.filter { self[$0].value }.map { place in
            TimeRange(from: self[place].at, to: place + 1 < count ? self[place + 1].at : .distantFuture)
        }
    }
}

extension [DowntimeCurve.Step] {
    /// Returns the steps, with no statuses outside the ranges.
    fileprivate func within(_ ranges: [TimeRange]) -> [DowntimeCurve.Step] {
        var place = 0
        var held: HeldStatuses = []
        return ranges.flatMap { range -> [DowntimeCurve.Step] in
            while place < count, self[place].at <= range.from {
                held = self[place].held
                place += 1
            }
            var steps = [DowntimeCurve.Step(at: range.from, held: held)]
            while place < count, self[place].at < range.to {
                held = self[place].held
                steps.append(self[place])
                place += 1
            }
            return steps + [DowntimeCurve.Step(at: range.to, held: [])]
        }
    }
}
