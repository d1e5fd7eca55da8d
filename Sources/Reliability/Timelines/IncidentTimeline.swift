public import StatusModel

/// What one incident did to which component, and until when.
public struct IncidentTimeline: Sendable {
    /// The statuses other than operational, by component, then by time.
    public let spans: [Span]
    /// The end of the impact: the instant from which no component is affected. The incident's `ended`
    /// sets it; where no component ever was affected it is the resolution. Nothing while a component
    /// is affected, or while an incident without affected components is open.
    public let restoredAt: Instant?

    /// A status other than operational that a component had for a while.
    public struct Span: Hashable, Sendable {
        /// The component.
        public let component: Component.Index
        /// Its status.
        public let status: ComponentStatus
        /// When it had it; up to `now` where it is open. It is empty where the status ended as it began:
        /// an incident of no length affects its components all the same.
        public let range: TimeRange
        /// Whether it lasts beyond `now`.
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

    /// The worst status the incident gave the component.
    public func worst(of component: Component.Index) -> ComponentStatus {
        spans.lazy.filter { $0.component == component }.map(\.status).max() ?? .operational
    }

    /// The seconds during which any component was affected: what overlaps counts once, and the gap of a reopened incident
    /// is left out.
    ///
    /// - Parameter end: up to when an incident that still lasts counts, if that is before `now`.
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
    /// The component's downtime by the incident alone, in thousandths of a second: each span's seconds times
    /// its weight in thousandths, that of their own day.
    public func downtimeMilliseconds(of component: Component.Index, by incident: IncidentTimeline) -> Int {
        incident.spans.reduce(0) { sum, span in
            guard span.component == component else { return sum }
            return sum + weighing.sums(of: HeldStatuses(span.status), during: span.range).downtimeMilliseconds
        }
    }

    /// The same within a range, and within what figures count.
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
