public import StatusModel

/// A step of the escalation ladder that an incident has reached by its age.
public struct EscalationStep: Sendable, Hashable {
    /// Who is to be called in, in the policy's words.
    public let to: String
    /// When the step fell due.
    public let dueAt: Instant
    /// When they were called in, as the record says; nothing where it does not.
    public let madeAt: Instant?
    /// The last instant at which it is made in time: when it fell due. Nobody is there at once, so a step that is due at
    /// once has as long as the policy gives to whoever takes the incident on, and all the time if it gives no limit.
    public let latestAt: Instant

    /// Whether it was made, and too late.
    public var isLate: Bool { lateSeconds != nil }

    /// How much too late it was made, in seconds; `nil` if it was not.
    public var lateSeconds: Int? { madeAt.flatMap { $0 > latestAt ? $0 - latestAt : nil } }
}

extension EscalationStep {
    /// The steps whose time has come in one unbroken run of being open, by when they fell due: the first run counts from
    /// the detection, else the start, and another from the update that reopened the incident. Nobody is called in over
    /// what has ended: a step that comes up then waits until components are affected again.
    ///
    /// A step is made when the record says so under `escalated`, or by the first update whose `Escalated:` names the
    /// same people, whatever the case of its letters. Who is called in at once is called in by whoever takes the
    /// incident on.
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

    /// The steps whose time is yet to come if nothing happens, the earliest first, made or not.
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

    /// The steps that hang on time alone and have an instant, the earliest first; of several at once in the ladder's order.
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

/// When an incident's impact lasted, as far as it is known to have ended.
private struct ImpactCourse {
    /// When components were affected, the last without an end where they still are.
    private let ranges: [TimeRange]
    /// The end of an impact on no component; `nil` while it lasts, and where components were affected.
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

    /// The first instant from that one on at which there is nothing to say that the impact is over: that one itself if
    /// none has ended before it; `nil` if it is over for good.
    func lasting(from instant: Instant) -> Instant? {
        guard let first = ranges.first else { return endedAt.map { instant < $0 } ?? true ? instant : nil }
        guard first.from <= instant else { return instant }
        let place = ranges.firstPlace { $0.to > instant }
        return place < ranges.count ? max(instant, ranges[place].from) : nil
    }
}

extension Record {
    /// The runs of being open, the first of them from when the policy's limits count.
    var clockedRuns: [(from: Instant, to: Instant?)] {
        var runs = runs
        runs[0].from = clockStartsAt
        return runs
    }

    /// When people were called in, by the form that their names are compared in.
    var escalationTimes: [String: Instant] {
        Dictionary(allEscalations.map { (Detail.key(of: $0.people), $0.at) }) { first, _ in first }
    }
}
