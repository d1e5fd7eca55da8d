public import StatusModel

/// The numbers of a period's incidents.
public struct IncidentFigures: Sendable, Hashable {
    /// The number of incidents that started within the period.
    public let started: Int
    /// The number of incidents that were open when the period began.
    public let openAtStart: Int
    /// The number of incidents that were open when the period ended, or are open now if it is not over.
    public let openAtEnd: Int
    /// The incidents that started, by the highest severity that each reached: a number for each severity of the page.
    public let bySeverity: [Int]
    /// The incidents that started, for each component that any of them affected, in the page's order.
    ///
    /// An incident counts for each component that it affected.
    public let byComponent: [ComponentRow]

    /// A component's incidents.
    public struct ComponentRow: Sendable, Hashable {
        /// The component.
        public let component: Component.Index
        /// The number of its incidents for each severity of the page.
        public let bySeverity: [Int]
    }
}

extension IncidentFigures {
    /// Counts the incidents at these places, which must be those that started within the range.
    init(of places: ArraySlice<Int>, during range: TimeRange, in history: StatusHistory) {
        let none = Array(repeating: 0, count: history.severityCount)
        var all = none
        var rows = Array(repeating: none, count: history.components.count)
        for place in places {
            let incident = history.incidents[place]
            all[incident.severity] += 1
            for component in incident.timeline.components { rows[component][incident.severity] += 1 }
        }
        started = places.count
        openAtStart = history.ledger.openCount(at: range.from)
        openAtEnd = history.ledger.openCount(at: min(range.to, history.now + 1))
        bySeverity = all
        byComponent = rows.indices.compactMap { component in
            rows[component] == none ? nil : ComponentRow(component: component, bySeverity: rows[component])
        }
    }
}

/// The figures of a month, for comparison with other months.
public struct MonthFigures: Sendable, Hashable {
    /// The month.
    public let month: Period
    /// The components' figures together.
    public let whole: WholeUptime
    /// The incidents that started in the month: a number for each severity of the page.
    public let bySeverity: [Int]
    /// The times from the start of those incidents until no component was affected.
    public let restore: Summary

    init(of month: Period, on page: StatusPage, history: StatusHistory) {
        let range = month.range(in: page.zone)
        self.month = month
        whole = history.uptimeOfWhole(during: range)
        var counts = Array(repeating: 0, count: page.severities.count)
        for place in history.ledger.places(startedDuring: range) {
            counts[history.incidents[place].severity] += 1
        }
        bySeverity = counts
        restore = history.responses.summary(of: .restore, during: range)
    }
}

extension MonthFigures {
    /// The number of incidents that started in the month.
    public var incidents: Int { bySeverity.reduce(0, +) }
}
