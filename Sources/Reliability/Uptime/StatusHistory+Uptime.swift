public import StatusModel

extension StatusHistory {
    /// The component's figures over the range, whether or not it counts towards the site's.
    public func uptime(of component: Component.Index, during range: TimeRange) -> Uptime {
        var tally = Tally(records: slugs.count)
        tally.add(components[component], during: range)
        return tally.uptime(during: range)
    }

    /// The figures of the components together, but for those that do not count towards uptime.
    public func uptime(of indices: some Sequence<Component.Index>, during range: TimeRange) -> Uptime {
        var tally = Tally(records: slugs.count)
        for index in indices where components[index].countsTowardsUptime {
            tally.add(components[index], during: range)
        }
        return tally.uptime(during: range)
    }
}

/// Sums over components, while they are added up.
private struct Tally {
    var observedSeconds = 0
    var sums = DowntimeCurve.Sums()
    var incidents: RecordSet

    init(records: Int) {
        incidents = RecordSet(capacity: records)
    }

    mutating func add(_ component: ComponentHistory, during range: TimeRange) {
        let observed = range.intersection(component.observed)
        let added = component.curve.sums(during: observed)
        observedSeconds += observed.seconds
        sums.downtimeMilliseconds += added.downtimeMilliseconds
        sums.maintenanceSeconds += added.maintenanceSeconds
        sums.affectedSeconds += added.affectedSeconds
        component.disruptions.forEach(during: observed) { disruption in
            if component.weighs(disruption) { incidents.insert(disruption.record) }
        }
    }

    func uptime(during range: TimeRange) -> Uptime {
        Uptime(
            range: range,
            observedSeconds: observedSeconds,
            downtimeMilliseconds: sums.downtimeMilliseconds,
            maintenanceSeconds: sums.maintenanceSeconds,
            affectedSeconds: sums.affectedSeconds,
            incidents: incidents.count
        )
    }
}
