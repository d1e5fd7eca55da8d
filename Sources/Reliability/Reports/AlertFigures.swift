public import StatusModel

/// A period's alerts, compared with what records declare.
///
/// Alerts and their incidents count in the period in which they began.
public struct AlertFigures: Sendable, Hashable {
    /// The number of alerts that began to fire.
    public let fired: Int
    /// The number of incidents that the site's rules made from alerts, without those that ended too soon to be
    /// reported.
    public let incidents: Int
    /// The number of these incidents that have a record.
    public let told: Int
    /// The seconds from the first alert of an incident to the first update of its record, for records that the public
    /// sees.
    public let untilNotice: Summary
    /// The components that alerts are about, in the page's order.
    public let components: [ComponentFigures]
    /// The incidents without a record, by the start of their first alert.
    public let untold: [AlertedIncident]

    /// A component's time within the period.
    public struct ComponentFigures: Sendable, Hashable {
        /// The component.
        public let component: Component.Index
        /// The seconds in which an incident's record gave it a status worse than operational, each counted once.
        public let declaredSeconds: Int
        /// The seconds in which at least one of its alerts fired, each counted once.
        public let alertingSeconds: Int
    }
}

extension AlertFigures {
    /// Makes the figures of a period; `nil` if no alert fired in it.
    ///
    /// - Parameters:
    ///   - alerted: all incidents that the site's rules made from alerts.
    ///   - range: the period up to the instant that the report is for.
    init?(of alerted: [AlertedIncident], during range: TimeRange, incidents facts: [IncidentFacts]) {
        let begun = alerted.filter { $0.alerts.first.map { range.contains($0.from) } ?? false }
        fired = alerted.reduce(0) { $0 + $1.alerts.count { range.contains($0.from) } }
        components = Self.components(of: alerted, during: range, incidents: facts)
        guard !components.isEmpty else { return nil }
        let records = Dictionary(facts.map { ($0.record.slug, $0.record) }) { first, _ in first }
        let lasting = begun.filter { $0.outcome != .tooShort }
        incidents = lasting.count
        let told = lasting.compactMap { incident -> (start: Instant, slug: String)? in
            guard case .told(let slug) = incident.outcome, let first = incident.alerts.first else {
                return nil
            }
            return (first.from, slug)
        }
        self.told = told.count
        untilNotice = Summary(
            of: told.compactMap { start, slug in
                guard let record = records[slug], record.visibility == .public,
                    let first = record.updates.first
                else { return nil }
                return max(0, first.at - start)
            })
        untold = lasting.filter { $0.outcome == .untold }.sorted {
            let (one, other) = ($0.span?.from ?? .distantFuture, $1.span?.from ?? .distantFuture)
            return (one, $0.component) < (other, $1.component)
        }
    }

    private static func components(
        of alerted: [AlertedIncident], during range: TimeRange, incidents facts: [IncidentFacts]
    ) -> [ComponentFigures] {
        let alerting = Dictionary(grouping: alerted, by: \.component).mapValues { incidents in
            DisjointRanges(unionOf: incidents.flatMap(\.alerts)).seconds(during: range)
        }
        .filter { $0.value > 0 }
        var declared: [Component.Index: [TimeRange]] = [:]
        for span in facts.lazy.flatMap(\.timeline.spans) where alerting[span.component] != nil {
            declared[span.component, default: []].append(span.range)
        }
        return alerting.sorted { $0.key < $1.key }.map { component, seconds in
            ComponentFigures(
                component: component,
                declaredSeconds: DisjointRanges(unionOf: declared[component] ?? []).seconds(during: range),
                alertingSeconds: seconds)
        }
    }
}
