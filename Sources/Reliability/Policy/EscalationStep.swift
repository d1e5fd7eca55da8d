public import StatusModel

/// A step of the escalation ladder that an incident has reached by its age.
public struct EscalationStep: Sendable, Hashable {
    /// The people to call in, in the policy's words.
    public let to: String
    /// The instant at which the step became due.
    public let dueAt: Instant
    /// The instant at which they were called in, by the record; `nil` if it does not say.
    public let madeAt: Instant?
    /// The last instant at which the step is made in time: when it became due.
    ///
    /// Since nobody is there at once, a step that is due at once has as much time as the policy gives to acknowledge
    /// the incident; if it sets no limit, the step is never late.
    public let latestAt: Instant

    /// Whether it was made, but too late.
    public var isLate: Bool { lateSeconds != nil }

    /// The number of seconds by which it was made too late; `nil` if it was not.
    public var lateSeconds: Int? { madeAt.flatMap { $0 > latestAt ? $0 - latestAt : nil } }
}

extension EscalationStep {
    /// Returns the steps that have become due in one unbroken run in which the incident was open, by the time at which
    /// they did.
    ///
    /// The first run counts from the detection, or else from the start, and another one from the update that reopened
    /// the incident. Nobody is called in after the impact has ended: a step that becomes due then waits until
    /// components are affected again.
    ///
    /// A step is made when the record says so under `escalated`, or by the first update whose `Escalated:` names the
    /// same people, regardless of case. A step that is due at once is made when a person acknowledges the incident.
    static func due(
        for incident: Record,
        by severity: Severity,
        clock: PolicyClock,
        now: Instant
    ) -> [EscalationStep] {
        let (runs, impact) = (incident.clockedRuns, ImpactCourse(of: incident, now: now))
        return steps(of: incident, by: severity, clock) { seconds in
            runs.lazy
                .compactMap { run in
                    impact.lasting(from: clock.instant(seconds, after: run.from)).map { (at: $0, to: run.to) }
                }
                .first { run in run.to.map { run.at < $0 } ?? (run.at <= now) }?.at
        }
    }

    /// Returns the steps that will become due if nothing happens, earliest first, whether or not they have been made.
    static func toCome(
        for incident: Record,
        by severity: Severity,
        clock: PolicyClock,
        now: Instant
    ) -> [EscalationStep] {
        guard let run = incident.clockedRuns.last, run.to == nil else { return [] }
        let impact = ImpactCourse(of: incident, now: now)
        return steps(of: incident, by: severity, clock) {
            impact.lasting(from: clock.instant($0, after: run.from))
        }
        .filter { $0.dueAt > now && $0.dueAt < .distantFuture }
    }

    /// Returns the steps that depend on time alone and have an instant, earliest first.
    ///
    /// Steps that are due at once are in the ladder's order.
    private static func steps(
        of incident: Record,
        by severity: Severity,
        _ clock: PolicyClock,
        dueAt: (_ seconds: Int) -> Instant?
    ) -> [EscalationStep] {
        let made = incident.escalationTimes
        let steps = severity.escalations.compactMap { step -> EscalationStep? in
            guard case .after(let seconds) = step.trigger, let due = dueAt(seconds) else { return nil }
            let isAtOnce = seconds == 0
            return EscalationStep(
                to: step.to,
                dueAt: due,
                madeAt: made[Record.Detail.key(of: step.to)] ?? (isAtOnce ? incident.takenOnAt : nil),
                latestAt: isAtOnce
                    ? severity.acknowledgeWithin.map { clock.instant($0, after: due) } ?? .distantFuture : due
            )
        }
        return steps.enumerated()
            .sorted { ($0.element.dueAt, $0.offset) < ($1.element.dueAt, $1.offset) }
            .map(\.element)
    }
}

/// The times of an incident's impact, as far as its end is known.
private struct ImpactCourse {
    /// The times during which components were affected; the last has no end if they still are.
    private let ranges: [TimeRange]
    /// The end of the impact if no component was affected; `nil` while it continues, or if components were affected.
    private let endedAt: Instant?

    init(of incident: Record, now: Instant) {
        let timeline = IncidentTimeline(of: incident, now: now)
        ranges =
            DisjointRanges(
                unionOf: timeline.spans.map {
                    TimeRange(from: $0.range.from, to: $0.isOpen ? .distantFuture : $0.range.to)
                }
            ).all
        endedAt = ranges.isEmpty ? timeline.restoredAt : nil
    }

    /// Returns the first instant, from the given one on, at which the impact is not known to be over, or `nil` if it is
    /// over for good.
    ///
    /// If no impact has ended before the given instant, that is the instant itself.
    func lasting(from instant: Instant) -> Instant? {
        guard let first = ranges.first else { return endedAt.map { instant < $0 } ?? true ? instant : nil }
        guard first.from <= instant else { return instant }
        let place = ranges.firstPlace { $0.to > instant }
        return place < ranges.count ? max(instant, ranges[place].from) : nil
    }
}

extension Record {
    /// The runs in which it was open, the first from the instant from which the policy's limits count.
    var clockedRuns: [(from: Instant, to: Instant?)] {
        var runs = runs
        runs[0].from = clockStartsAt
        return runs
    }

    /// The instants at which people were called in, by the key with which their names are compared.
    var escalationTimes: [String: Instant] {
        Dictionary(allEscalations.map { (Detail.key(of: $0.people), $0.at) }) { first, _ in first }
    }
}
