public import StatusModel

extension StatusHistory {
    /// Returns the component's figures over the range, whether or not it counts towards the site's uptime.
    public func uptime(of component: Component.Index, during range: TimeRange) -> Uptime {
        var tally = Tally(records: slugs.count)
        tally.add(components[component], components[component].own, during: range)
        return tally.uptime(during: range)
    }

    /// Returns the figures of the components together, without those that do not count towards uptime.
    public func uptime(of indices: some Sequence<Component.Index>, during range: TimeRange) -> Uptime {
        var tally = Tally(records: slugs.count)
        for index in indices { tally.add(components[index], components[index].counted, during: range) }
        return tally.uptime(during: range)
    }
}

/// The running sums over components.
private struct Tally {
    var observedSeconds = 0
    var sums = DowntimeCurve.Sums()
    var incidents: RecordSet

    init(records: Int) {
        incidents = RecordSet(capacity: records)
    }

    mutating func add(_ component: ComponentHistory, _ time: ObservedTime, during range: TimeRange) {
        guard !time.ranges.all.isEmpty else { return }
        observedSeconds += time.seconds(during: range)
        let observed = range.intersection(component.observed)
        sums = sums + time.curve.sums(during: observed)
        component.disruptions.forEach(during: observed) { disruption in
            if time.weighs(disruption, during: observed) { incidents.insert(disruption.record) }
        }
    }

    func uptime(during range: TimeRange) -> Uptime {
        Uptime(range: range, observedSeconds: observedSeconds, sums: sums, outages: incidents.count)
    }
}
