public import StatusModel

/// How many incidents a period saw.
public struct IncidentFigures: Sendable, Hashable {
    /// Those that started within the period.
    public let started: Int
    /// Those that were open when it began.
    public let openAtStart: Int
    /// Those that were open when it ended; so far, where it goes on.
    public let openAtEnd: Int
    /// Those that started, by the highest severity each reached: a number for each severity of the page.
    public let bySeverity: [Int]
    /// The same for each component that any of them affected, in the page's order; an incident counts with
    /// each it affected.
    public let byComponent: [ComponentRow]

    /// A component's incidents.
    public struct ComponentRow: Sendable, Hashable {
        /// Which component.
        public let component: Component.Index
        /// Their number for each severity of the page.
        public let bySeverity: [Int]
    }
}

extension IncidentFigures {
    /// Counts the incidents at these places, which are those that started within the range.
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

/// A month beside others.
public struct MonthFigures: Sendable, Hashable {
    /// The month.
    public let month: Period
    /// The components' figures together.
    public let whole: WholeUptime
    /// The incidents that started in it: a number for each severity of the page.
    public let bySeverity: [Int]
    /// How long those took until no component was affected.
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
    /// The incidents that started in it.
    public var incidents: Int { bySeverity.reduce(0, +) }
}
