/// Alerts that a site's rules combine into one incident: what was measured, for comparison with what records declare.
public struct AlertedIncident: Hashable, Sendable {
    /// The component that the alerts are about.
    public var component: Component.Index
    /// The time during which each alert fired, by start; at least one.
    ///
    /// An alert that still fires ends with the instant of the report.
    public var alerts: [TimeRange]
    /// The report about it, or the reason that there is none.
    public var outcome: Outcome

    /// Makes an incident of alerts, which are in the order of their starts.
    public init(component: Component.Index, alerts: [TimeRange], outcome: Outcome) {
        (self.component, self.alerts, self.outcome) = (component, alerts, outcome)
    }

    /// The time from the start of the first alert to the end of the last; `nil` if there are no alerts.
    public var span: TimeRange? {
        guard let from = alerts.first?.from, let to = alerts.map(\.to).max() else { return nil }
        return TimeRange(from: from, to: to)
    }

    /// The report of an incident to readers, or the reason that there is none.
    public enum Outcome: Hashable, Sendable {
        /// It ended too soon to be reported.
        case tooShort
        /// A record, with this slug, covers it.
        case told(slug: String)
        /// A person decided that it gets no record.
        case declined
        /// It lasted long enough to be reported, but no record covers it.
        case untold
    }
}
