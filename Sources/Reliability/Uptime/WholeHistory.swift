public import StatusModel

/// Several components' statuses through time by the clock: what holds for any of them holds for the whole.
///
/// Building it sorts the disruptions once; after that a range costs the logarithm of their number, plus the number of
/// those that touch it.
struct WholeHistory: Sendable {
    /// When at least one component was observed: ranges that do not touch, the earliest first.
    private let observed: [TimeRange]
    private let curve: DowntimeCurve
    /// The incidents' disruptions that count as downtime.
    private let outages: Disruptions
    private let recordCount: Int

    init(of components: [ComponentHistory], weights: UptimeWeights, recordCount: Int) {
        let counted = components.filter(\.countsTowardsUptime)
        observed = counted.map(\.observed).united
        curve = DowntimeCurve(of: Disruptions(counted.flatMap(\.disruptions.all)).all, weights: weights)
        outages = Disruptions(counted.flatMap { one in one.disruptions.all.filter(one.weighs) })
        self.recordCount = recordCount
    }
}

extension WholeHistory {
    /// The figures by the clock, see ``WholeUptime/byTheClock``.
    func uptime(during range: TimeRange) -> Uptime {
        let sums = curve.sums(during: range)
        var incidents = RecordSet(capacity: recordCount)
        outages.forEach(during: range) { incidents.insert($0.record) }
        return Uptime(
            range: range,
            observedSeconds: observed.reduce(0) { $0 + range.intersection($1).seconds },
            downtimeMilliseconds: sums.downtimeMilliseconds,
            maintenanceSeconds: sums.maintenanceSeconds,
            affectedSeconds: sums.affectedSeconds,
            incidents: incidents.count
        )
    }
}

/// Several components' figures over one range, in both ways of counting.
public struct WholeUptime: Sendable, Hashable {
    /// The sums over the components: two components that are down for an hour lose two hours.
    public let componentTime: Uptime
    /// How many components were observed.
    public let components: Int
    /// Each second once. It was observed if it was of at least one component; its downtime is the largest weight of any;
    /// it was in maintenance, or affected, if at least one component was.
    public let byTheClock: Uptime
}

extension StatusHistory {
    /// The site's figures over a range.
    public func uptimeOfWhole(during range: TimeRange) -> WholeUptime {
        uptime(of: components.indices, as: whole, during: range)
    }

    /// Returns the figures of some components together over any range; what all ranges need is worked out once.
    public func uptimeOfWhole(_ indices: [Component.Index]) -> (TimeRange) -> WholeUptime {
        let chosen = indices.map { components[$0] }
        let whole = WholeHistory(of: chosen, weights: weights, recordCount: slugs.count)
        return { uptime(of: indices, as: whole, during: $0) }
    }

    private func uptime(
        of indices: some Sequence<Component.Index>,
        as whole: WholeHistory,
        during range: TimeRange
    ) -> WholeUptime {
        WholeUptime(
            componentTime: uptime(of: indices, during: range),
            components: indices.count {
                components[$0].countsTowardsUptime && !range.intersection(components[$0].observed).isEmpty
            },
            byTheClock: whole.uptime(during: range)
        )
    }
}

extension [TimeRange] {
    /// Their union: those that overlap or touch become one, and empty ones are left out.
    fileprivate var united: [TimeRange] {
        filter { !$0.isEmpty }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) {
            united, range in
            if let last = united.last, range.from <= last.to {
                united[united.count - 1] = TimeRange(from: last.from, to: Swift.max(last.to, range.to))
            } else {
                united.append(range)
            }
        }
    }
}
