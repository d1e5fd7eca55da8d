import StatusModel

/// The statuses that a record gives its components over time, as far as the record has been read.
///
/// A later declaration corrects earlier ones from its own instant on. An update that ends everything (RESOLVED) does
/// not change what was last declared, so that reopening can bring it back.
struct DeclaredStatuses {
    private var courses: [Course] = []

    /// One component's statuses.
    fileprivate struct Course {
        let component: Component.Index
        /// The status that was last declared, whether or not it still applies.
        var declared: ComponentStatus
        /// The statuses with the instants from which they apply, in order; operational before the first.
        var steps: [Step] = []
    }

    fileprivate struct Step {
        let from: Instant
        let status: ComponentStatus
    }
}

extension DeclaredStatuses {
    /// Declares the statuses in an update at the instant.
    ///
    /// A status with a `since` corrects what was declared for that time; one without continues from the status before.
    mutating func declare(_ changes: [StatusChange], at instant: Instant) {
        for change in changes {
            let place = place(of: change.component)
            courses[place].declared = change.status
            if change.status == .operational, change.since == nil {
                courses[place].end(at: instant)
            } else {
                courses[place].set(change.status, from: change.since ?? instant)
            }
        }
    }

    /// Makes a component operational from the instant on.
    ///
    /// The status that was last declared can be brought back.
    mutating func restore(_ component: Component.Index, from instant: Instant) {
        courses[place(of: component)].end(at: instant)
    }

    /// Makes all components operational from the instant on.
    ///
    /// The statuses that were last declared can be brought back.
    mutating func restoreAll(from instant: Instant) {
        for place in courses.indices { courses[place].end(at: instant) }
    }

    /// Brings back, from the instant on, the status that was last declared for each component.
    mutating func bringBackAll(from instant: Instant) {
        for place in courses.indices { courses[place].set(courses[place].declared, from: instant) }
    }

    /// Returns the statuses other than operational that begin by `now` and within the limits, by component and then by
    /// time.
    ///
    /// A status that continues beyond `now` is open and ends there. One that ended as it began is included, because it
    /// happened.
    ///
    /// - Parameter namesAll: whether a component whose statuses all begin at the limits' end or later is nevertheless
    ///   included, with the worst of them and no length.
    func spans(within limits: TimeRange, now: Instant, namesAll: Bool = false) -> [IncidentTimeline.Span] {
        courses.sorted { $0.component < $1.component }.flatMap { course in
            let spans = course.spans(within: limits, now: now)
            guard namesAll, spans.isEmpty, let worst = course.worst(by: now), limits.to <= now else {
                return spans
            }
            let range = TimeRange(from: limits.to, to: limits.to)
            return [
                IncidentTimeline.Span(component: course.component, status: worst, range: range, isOpen: false)
            ]
        }
    }

    private mutating func place(of component: Component.Index) -> Int {
        if let place = courses.firstIndex(where: { $0.component == component }) { return place }
        courses.append(Course(component: component, declared: .operational))
        return courses.count - 1
    }
}

extension DeclaredStatuses.Course {
    /// Sets the status from the instant on, and discards what was declared from there on.
    fileprivate mutating func set(_ status: ComponentStatus, from instant: Instant) {
        while let last = steps.last, last.from >= instant { steps.removeLast() }
        append(status, from: instant)
    }

    /// Makes the component operational from the instant on.
    ///
    /// A status that began at that very instant is kept, because it happened.
    fileprivate mutating func end(at instant: Instant) {
        while let last = steps.last, last.from > instant { steps.removeLast() }
        append(.operational, from: instant)
    }

    private mutating func append(_ status: ComponentStatus, from instant: Instant) {
        guard status != steps.last?.status ?? .operational else { return }
        steps.append(DeclaredStatuses.Step(from: instant, status: status))
    }

    fileprivate func spans(within limits: TimeRange, now: Instant) -> [IncidentTimeline.Span] {
        steps.indices.compactMap { place in
            let step = steps[place]
            let next = place + 1 < steps.count ? steps[place + 1].from : .distantFuture
            let range = TimeRange(from: step.from, to: next).intersection(limits)
            let isInstant = step.from == next && limits.contains(step.from)
            guard step.status != .operational, range.from <= now, !range.isEmpty || isInstant else {
                return nil
            }
            return IncidentTimeline.Span(
                component: component,
                status: step.status,
                range: TimeRange(from: range.from, to: min(range.to, now)),
                isOpen: range.to > now
            )
        }
    }

    /// Returns the worst status that began by `now`.
    fileprivate func worst(by now: Instant) -> ComponentStatus? {
        steps.lazy.filter { $0.from <= now && $0.status != .operational }.map(\.status).max()
    }
}
