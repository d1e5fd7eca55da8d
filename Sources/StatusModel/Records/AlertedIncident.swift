/// Alerts of which a site's rules make one incident: what was measured, to be compared with what records declare.
public struct AlertedIncident: Hashable, Sendable {
    /// The component that the alerts are about.
    public var component: Component.Index
    /// When each of them fired, by start; at least one. An alert that still fires ends with the instant that is told of.
    public var alerts: [TimeRange]
    /// Its report, or the reason that there is none.
    public var outcome: Outcome

    /// Makes an incident of alerts in the order of their starts.
    public init(component: Component.Index, alerts: [TimeRange], outcome: Outcome) {
        (self.component, self.alerts, self.outcome) = (component, alerts, outcome)
    }

    /// From the start of the first alert to the end of the last; `nil` if there are none.
    public var span: TimeRange? {
        guard let from = alerts.first?.from, let to = alerts.map(\.to).max() else { return nil }
        return TimeRange(from: from, to: to)
    }

    /// The report of an incident to readers, or the reason that there is none.
    public enum Outcome: Hashable, Sendable {
        /// It was over too soon to be told.
        case tooShort
        /// A record tells of it; by slug.
        case told(slug: String)
        /// A person decided that no record is to tell of it.
        case declined
        /// It lasted long enough to be told, and no record tells of it.
        case untold
    }
}
