public import StatusModel

/// The effect of one incident on components, and its end.
public struct IncidentTimeline: Sendable {
    /// The statuses other than operational, by component, then by time.
    public let spans: [Span]
    /// The end of the impact: the instant from which no component is affected.
    ///
    /// The incident's `ended` sets it; if no component was ever affected, it is the resolution. It is `nil` while a
    /// component is affected, or while an incident without affected components is open.
    public let restoredAt: Instant?

    /// A status other than operational that a component had for some time.
    public struct Span: Hashable, Sendable {
        /// The component.
        public let component: Component.Index
        /// Its status.
        public let status: ComponentStatus
        /// The time for which it had the status; up to `now` if it is open.
        ///
        /// The range is empty if the status ended as it began, since an incident without length also affects its
        /// components.
        public let range: TimeRange
        /// Whether it continues beyond `now`.
        public let isOpen: Bool
    }
}

extension IncidentTimeline {
    /// Reads an incident's statuses and updates up to `now`.
    init(of incident: Record, now: Instant) {
        let endedAt = incident.until.flatMap { $0 <= now ? $0 : nil }
        let limits = TimeRange(from: .distantPast, to: endedAt ?? .distantFuture)
        spans = DeclaredStatuses(of: incident, now: now).spans(within: limits, now: now, namesAll: true)
        if let endedAt {
            restoredAt = endedAt
        } else if spans.isEmpty {
            restoredAt = incident.resolvedAt
        } else {
            restoredAt = spans.contains(where: \.isOpen) ? nil : spans.map(\.range.to).max()
        }
    }

    /// The affected components, each once, in the order of their indices.
    public var components: [Component.Index] {
        spans.reduce(into: []) { components, span in
            if components.last != span.component { components.append(span.component) }
        }
    }

    /// Returns the worst status that the incident gave the component.
    public func worst(of component: Component.Index) -> ComponentStatus {
        spans.lazy.filter { $0.component == component }.map(\.status).max() ?? .operational
    }

    /// Returns the seconds during which any component was affected.
    ///
    /// Overlapping time counts once, and the gap before an incident was reopened is left out.
    ///
    /// - Parameter end: the instant up to which an incident that is not over counts, if that is before `now`.
    public func affectedSeconds(asOf end: Instant = .distantFuture) -> Int {
        let limit = restoredAt == nil ? end : .distantFuture
        let ranges = spans.map { TimeRange(from: $0.range.from, to: min($0.range.to, limit)) }
        var (sum, until) = (0, Instant.distantPast)
        for range in ranges.sorted(by: { $0.from < $1.from }) {
            sum += max(0, range.to - max(range.from, until))
            until = max(until, range.to)
        }
        return sum
    }
}

extension StatusHistory {
    /// Returns the component's downtime by the incident alone, in thousandths of a second: each span's seconds times
    /// the weight of their own day, in thousandths.
    public func downtimeMilliseconds(of component: Component.Index, by incident: IncidentTimeline) -> Int {
        incident.spans.reduce(0) { sum, span in
            guard span.component == component else { return sum }
            return sum + weighing.sums(of: HeldStatuses(span.status), during: span.range).downtimeMilliseconds
        }
    }

    /// Returns such downtime within a range, as far as the component was tracked.
    func downtimeMilliseconds(
        of component: Component.Index, by incident: IncidentTimeline, during range: TimeRange
    ) -> Int {
        let counted = range.intersection(components[component].observed)
        return incident.spans.reduce(0) { sum, span in
            let part = span.range.intersection(counted)
            guard span.component == component, !part.isEmpty else { return sum }
            return sum + weighing.sums(of: HeldStatuses(span.status), during: part).downtimeMilliseconds
        }
    }
}

extension DeclaredStatuses {
    fileprivate init(of incident: Record, now: Instant) {
        self.init()
        declare(incident.components, at: incident.from)
        var isResolved = false
        let (untold, told) = (incident.untoldUpdates, incident.updates)
        let updates = untold.isEmpty ? told : untold + told
        for place in updates.indices where updates[place].at <= now {
            let wasResolved = isResolved
            isResolved = updates[place].phase == .resolved
            if isResolved {
                resolve(at: updates[place].at, updates[place].changes)
            } else {
                if wasResolved { bringBackAll(from: updates[place].at) }
                declare(updates[place].changes, at: updates[place].at)
            }
        }
    }

    private mutating func resolve(at instant: Instant, _ changes: [StatusChange]) {
        for change in changes { restore(change.component, from: change.since ?? instant) }
        restoreAll(from: instant)
    }
}
