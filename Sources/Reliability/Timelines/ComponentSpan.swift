public import StatusModel

/// A status other than operational that one record gave a component for some time, on which uptime is based.
///
/// Spans of several records may overlap, and are not cut to the component's `since` and `until`. If the weight of the
/// status changed, one span ends and another begins.
public struct ComponentSpan: Sendable, Hashable {
    /// The instant at which it began.
    public let from: Instant
    /// The instant at which it ended; `nil` while it lasts.
    public let until: Instant?
    /// The status.
    public let status: ComponentStatus
    /// The part of each of its seconds that counts as downtime, in thousandths.
    public let weight: Int
    /// The record's slug.
    public let record: String
}

extension StatusHistory {
    /// Returns the spans of these incidents and maintenance windows, by component.
    ///
    /// Those of a component are in the order of their starts, then of their ends, then of the records' slugs.
    public func spans(
        of incidents: some Sequence<IncidentFacts>, _ maintenance: some Sequence<Record>
    ) -> [[ComponentSpan]] {
        var spans = [[ComponentSpan]](repeating: [], count: components.count)
        func add(_ one: IncidentTimeline.Span, of record: Record) {
            let parts = weighing.parts(of: one.range, weighing: one.status)
            for (place, part) in parts.enumerated() {
                let lasts = one.isOpen && place == parts.count - 1
                spans[one.component].append(
                    ComponentSpan(
                        from: part.range.from, until: lasts ? nil : part.range.to, status: one.status,
                        weight: part.weight, record: record.slug))
            }
        }
        for incident in incidents {
            for span in incident.timeline.spans { add(span, of: incident.record) }
        }
        for window in maintenance {
            for span in window.maintenanceSpans(now: now) { add(span, of: window) }
        }
        return spans.map { $0.sorted { $0.order < $1.order } }
    }
}

private extension ComponentSpan {
    var order: (Instant, Instant, String) { (from, until ?? .distantFuture, record) }
}
