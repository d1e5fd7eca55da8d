public import StatusModel

/// The downtime that incidents would add, each by itself, to a history that does not include them.
///
/// For each status that an incident gave a component, the component's downtime is summed up once as if it had had at
/// least that status throughout. After that, each span takes two lookups.
public struct AddedDowntime {
    private let history: StatusHistory
    private var curves: [Key: DowntimeCurve] = [:]

    /// Makes sums for the history of the page as its readers see it.
    public init(to history: StatusHistory) { self.history = history }

    private struct Key: Hashable {
        let component: Component.Index
        let status: ComponentStatus
    }
}

extension AddedDowntime {
    /// Returns the thousandths of a weighted second by which the component's downtime would grow with the incident.
    public mutating func milliseconds(of timeline: IncidentTimeline, to component: Component.Index) -> Int {
        let known = history.components[component]
        return timeline.spans.reduce(0) { sum, span in
            let range = span.range.intersection(known.observed)
            guard span.component == component, !range.isEmpty else { return sum }
            let worse = curve(of: component, atLeast: span.status).sums(during: range).downtimeMilliseconds
            return sum + worse - known.own.curve.sums(during: range).downtimeMilliseconds
        }
    }

    private mutating func curve(of component: Component.Index, atLeast status: ComponentStatus)
        -> DowntimeCurve
    {
        let key = Key(component: component, status: status)
        if let curve = curves[key] { return curve }
        let known = history.components[component]
        let throughout = Disruption(
            from: known.observed.from,
            to: known.observed.to,
            record: 0,
            component: component,
            status: status,
            isMaintenance: false
        )
        let curve = DowntimeCurve(of: [throughout] + known.disruptions.all, by: history.weighing)
        curves[key] = curve
        return curve
    }
}
