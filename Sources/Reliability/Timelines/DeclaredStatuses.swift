import StatusModel

/// What a record says of its components' statuses through time, as far as it has been read.
///
/// A later word corrects an earlier one from its own instant on. What ends everything (RESOLVED) leaves
/// alone what was last declared, so that reopening can bring it back.
struct DeclaredStatuses {
    private var courses: [Course] = []

    /// One component's statuses.
    fileprivate struct Course {
        let component: Component.Index
        /// The status last declared, whether or not it still holds.
        var declared: ComponentStatus
        /// What holds from when on, in the order of the instants; operational before the first.
        var steps: [Step] = []
    }

    fileprivate struct Step {
        let from: Instant
        let status: ComponentStatus
    }
}

extension DeclaredStatuses {
    /// Declares a component's status from the instant on.
    mutating func declare(_ status: ComponentStatus, of component: Component.Index, from instant: Instant) {
        let place = place(of: component)
        courses[place].declared = status
        courses[place].set(status, from: instant)
    }

    /// Declares what an update at the instant says.
    mutating func declare(_ changes: [StatusChange], at instant: Instant) {
        for change in changes {
            declare(change.status, of: change.component, from: change.since ?? instant)
        }
    }

    /// Makes a component operational from the instant on; what was last declared can come back.
    mutating func restore(_ component: Component.Index, from instant: Instant) {
        courses[place(of: component)].set(.operational, from: instant)
    }

    /// Makes all components operational from the instant on; what was last declared can come back.
    mutating func restoreAll(from instant: Instant) {
        for place in courses.indices { courses[place].set(.operational, from: instant) }
    }

    /// Brings back, from the instant on, what was last declared of each component.
    mutating func bringBackAll(from instant: Instant) {
        for place in courses.indices { courses[place].set(courses[place].declared, from: instant) }
    }

    /// The statuses other than operational that begin by `now` and within the limits, by component and
    /// then by time; what lasts beyond `now` is open and ends there.
    func spans(within limits: TimeRange, now: Instant) -> [IncidentTimeline.Span] {
        var spans: [IncidentTimeline.Span] = []
        for course in courses.sorted(by: { $0.component < $1.component }) {
            for (place, step) in course.steps.enumerated() where step.status != .operational {
                let next = place + 1 < course.steps.count ? course.steps[place + 1].from : .distantFuture
                let range = TimeRange(from: step.from, to: next).intersection(limits)
                guard range.from <= now, !range.isEmpty else { continue }
                let isOpen = range.to > now
                spans.append(
                    IncidentTimeline.Span(
                        component: course.component,
                        status: step.status,
                        range: TimeRange(from: range.from, to: min(range.to, now)),
                        isOpen: isOpen
                    )
                )
            }
        }
        return spans
    }

    private mutating func place(of component: Component.Index) -> Int {
        if let place = courses.firstIndex(where: { $0.component == component }) { return place }
        courses.append(Course(component: component, declared: .operational))
        return courses.count - 1
    }
}

extension DeclaredStatuses.Course {
    fileprivate mutating func set(_ status: ComponentStatus, from instant: Instant) {
        while let last = steps.last, last.from >= instant { steps.removeLast() }
        guard status != steps.last?.status ?? .operational else { return }
        steps.append(DeclaredStatuses.Step(from: instant, status: status))
    }
}
