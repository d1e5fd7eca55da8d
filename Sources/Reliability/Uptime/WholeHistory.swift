public import StatusModel

/// Several components' statuses over time, as a whole: a status that any of them has is one of the whole.
///
/// Building it sorts the disruptions once. After that, a range costs the logarithm of their number, plus the number of
/// those that overlap it.
struct WholeHistory: Sendable {
    /// The time during which at least one component was observed.
    let observed: DisjointRanges
    private let curve: DowntimeCurve
    /// The incidents' disruptions that count as downtime at any time.
    private let outages: Disruptions
    /// The time during which each component counts, by the components' places; empty if all outages count for as long
    /// as they last.
    private let counted: [Component.Index: ObservedTime]
    private let recordCount: Int

    /// - Parameter components: the components, with their places.
    init(
        of components: some Sequence<(Component.Index, ComponentHistory)>, by weighing: Weighing,
        recordCount: Int
    ) {
        let components = components.filter { !$1.counted.ranges.all.isEmpty }
        observed = DisjointRanges(unionOf: components.flatMap(\.1.counted.ranges.all))
        curve = DowntimeCurve(of: components.map(\.1.counted.curve.steps).together, by: weighing)
        outages = Disruptions(
            components.flatMap { _, one in
                one.disruptions.all.filter { one.counted.weighs($0, during: one.observed) }
            }
        )
        let isSimple = weighing.isConstant && components.allSatisfy { $1.counted.ranges.all.count == 1 }
        counted = isSimple ? [:] : Dictionary(components.map { ($0, $1.counted) }) { first, _ in first }
        self.recordCount = recordCount
    }
}

extension WholeHistory {
    /// Returns the figures in which each second counts once; see ``WholeUptime/byTheClock``.
    func uptime(during range: TimeRange) -> Uptime {
        let sums = curve.sums(during: range)
        var incidents = RecordSet(capacity: recordCount)
        outages.forEach(during: range) { outage in
            if counted.isEmpty || counted[outage.component]?.weighs(outage, during: range) == true {
                incidents.insert(outage.record)
            }
        }
        return Uptime(
            range: range,
            observedSeconds: observed.seconds(during: range),
            sums: sums,
            outages: incidents.count
        )
    }
}

/// The figures of several components over one range, counted in both ways.
public struct WholeUptime: Sendable, Hashable {
    /// The sums over the components: two components that are down for an hour lose two hours.
    public let componentTime: Uptime
    /// The number of components that were observed.
    public let components: Int
    /// The figures in which each second counts once.
    ///
    /// A second is observed if it is for at least one component; its downtime is the greatest weight of any; it is in
    /// maintenance, or affected, if at least one component is.
    public let byTheClock: Uptime
}

extension StatusHistory {
    /// Returns the site's figures over a range.
    public func uptimeOfWhole(during range: TimeRange) -> WholeUptime {
        uptime(of: components.indices, as: whole, during: range)
    }

    /// Returns the figures of some components together over any range.
    ///
    /// What all ranges share is determined once.
    public func uptimeOfWhole(_ indices: [Component.Index]) -> (TimeRange) -> WholeUptime {
        let chosen = indices.map { ($0, components[$0]) }
        let whole = WholeHistory(of: chosen, by: weighing, recordCount: slugs.count)
        return { uptime(of: indices, as: whole, during: $0) }
    }

    private func uptime(
        of indices: some Sequence<Component.Index>,
        as whole: WholeHistory,
        during range: TimeRange
    ) -> WholeUptime {
        WholeUptime(
            componentTime: uptime(of: indices, during: range),
            components: indices.count { components[$0].counted.seconds(during: range) > 0 },
            byTheClock: whole.uptime(during: range)
        )
    }
}

extension [[DowntimeCurve.Step]] {
    /// The statuses that any of them has, from step to step.
    ///
    /// The steps of each must be in their order.
    var together: [DowntimeCurve.Step] {
        var counts = HeldCounts()
        return flatMap(\.changes).sorted { $0.at < $1.at }.map { change in
            counts.add(change.before, -1)
            counts.add(change.after, 1)
            return DowntimeCurve.Step(at: change.at, held: counts.held)
        }
    }
}

extension [DowntimeCurve.Step] {
    fileprivate var changes: [(at: Instant, before: HeldStatuses, after: HeldStatuses)] {
        indices.map { (self[$0].at, $0 == 0 ? [] : self[$0 - 1].held, self[$0].held) }
    }
}
