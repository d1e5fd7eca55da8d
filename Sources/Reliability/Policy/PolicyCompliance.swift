public import StatusModel

/// The handling of an incident, compared with the policy of the highest severity that it reached, as it was when the
/// incident began.
///
/// Limits count from the detection, or else the start, in the hours that the policy counts; a promise and the limits
/// for a post-mortem and its meeting apply regardless of hours. What can still be met is open.
public struct PolicyCompliance: Sendable, Hashable {
    /// The verdicts on the policy's rules, in the order of ``Judgement/Rule``, with one for each promise.
    public let judgements: [Judgement]
    /// The longest time between updates while the incident was open, in the hours that the policy counts.
    public let longestSilence: Silence?
    /// The steps of the escalation ladder that were reached.
    public let escalations: [EscalationStep]
}

extension PolicyCompliance {
    /// Judges an incident of the page, which was cut at `now`.
    ///
    /// For other records, there are no verdicts.
    public init(of incident: Record, on page: StatusPage, now: Instant) {
        guard let rank = incident.highestSeverity else {
            (judgements, longestSilence, escalations) = ([], nil, [])
            return
        }
        let rules = page.rules
        let severity = rules.severity(rank, at: incident.from)
        let clock = rules.clock(of: severity, at: incident.from)
        let silences = Silence.all(of: incident, now: now)
        let bench = Bench(incident: incident, severity: severity, clock: clock, zone: page.zone, now: now)
        judgements =
            bench.limits + [bench.watch, bench.updates(silences)].compactMap { $0 } + bench.promises(silences)
            + [bench.meeting, bench.postMortem].compactMap { $0 }
        longestSilence = silences.longest(by: clock)
        escalations = EscalationStep.due(for: incident, by: severity, clock: clock, now: now)
    }
}

extension Judgement {
    /// Returns the verdicts on the policy's rules for the post-mortem of an incident of the page: on the meeting about
    /// it, then on its publication.
    public static func ofPostMortem(of incident: Record, on page: StatusPage, now: Instant) -> [Judgement] {
        guard let rank = incident.highestSeverity else { return [] }
        let rules = page.rules
        let severity = rules.severity(rank, at: incident.from)
        let clock = rules.clock(of: severity, at: incident.from)
        let bench = Bench(incident: incident, severity: severity, clock: clock, zone: page.zone, now: now)
        return [bench.meeting, bench.postMortem].compactMap { $0 }
    }
}

/// All that judgements are based on.
private struct Bench {
    let incident: Record
    let severity: Severity
    let clock: PolicyClock
    let zone: Zone
    let now: Instant

    var limits: [Judgement] {
        [
            judge(.acknowledge, within: severity.acknowledgeWithin, doneAt: incident.takenOnAt),
            incident.visibility == .public
                ? judge(.firstUpdate, within: severity.noticeWithin, doneAt: incident.noticedAt) : nil,
            judge(.identify, within: severity.identifyWithin, doneAt: incident.understoodAt),
            severity.restoreWithin == nil
                ? nil : judge(.restore, within: severity.restoreWithin, doneAt: timeline.restoredAt),
            judge(.resolve, within: severity.resolveWithin, doneAt: incident.resolvedAt),
        ]
        .compactMap { $0 }
    }

    /// The verdict on the watching time: whether it was resolved too soon.
    ///
    /// That time also counts outside business hours, and an incident that affected no component does not have an end of
    /// the impact.
    var watch: Judgement? {
        guard let seconds = severity.watchFor, let resolvedAt = incident.resolvedAt else { return nil }
        let timeline = timeline
        guard incident.until != nil || !timeline.spans.isEmpty, let restoredAt = timeline.restoredAt else {
            return nil
        }
        return Judgement(watchedFrom: restoredAt, for: seconds, resolvedAt: resolvedAt)
    }

    private var timeline: IncidentTimeline { IncidentTimeline(of: incident, now: now) }

    /// Returns the verdict on the cadence, by the longest silence that is not excused by a kept promise.
    func updates(_ silences: [Silence]) -> Judgement? {
        guard let limit = severity.updateEvery else { return nil }
        let judged = silences.filter { !$0.isExcused }.longest(by: clock)
        guard let silence = judged ?? silences.longest(by: clock) else { return nil }
        let judgement = Judgement(
            .updates,
            from: silence.range.from,
            dueAt: judged == nil ? silence.promisedAt : clock.instant(limit, after: silence.range.from),
            doneAt: silence.isOpen ? nil : silence.range.to,
            now: now
        )
        // While the incident is open, a longer silence may follow.
        guard judgement.verdict == .met, incident.isOpen else { return judgement }
        return judgement.undecided
    }

    func promises(_ silences: [Silence]) -> [Judgement] {
        silences.compactMap { silence in
            silence.promisedAt.map {
                Judgement(
                    .promise,
                    from: silence.range.from,
                    dueAt: $0,
                    doneAt: silence.isOpen ? nil : silence.range.to,
                    now: now
                )
            }
        }
    }

    /// The verdict on the meeting about the post-mortem, once the incident is resolved.
    ///
    /// The meeting is when it is scheduled, or else at the latest when the post-mortem is published. A meeting that is
    /// scheduled in time but has not taken place may still be postponed.
    var meeting: Judgement? {
        guard let duty = owedPostMortem, let within = duty.heldWithin, let resolvedAt = incident.resolvedAt
        else { return nil }
        let heldAt = incident.postMortem?.scheduledAt ?? publishedAt
        let judgement = Judgement(
            .postMortemHeld, from: resolvedAt, dueAt: resolvedAt + within, doneAt: heldAt, now: now)
        return judgement.verdict == .met && heldAt.map { $0 > now } == true ? judgement.undecided : judgement
    }

    /// The verdict on the post-mortem, once the incident is resolved.
    var postMortem: Judgement? {
        guard let duty = owedPostMortem, let resolvedAt = incident.resolvedAt else { return nil }
        return Judgement(
            .postMortem,
            from: resolvedAt,
            dueAt: duty.within.map { resolvedAt + $0 },
            doneAt: publishedAt,
            now: now
        )
    }

    private var owedPostMortem: Severity.PostMortemDuty? {
        severity.postMortem.flatMap { $0.isRequired && !incident.hasInternalPostMortem ? $0 : nil }
    }

    /// The first instant of the day of publication.
    private var publishedAt: Instant? { incident.postMortem?.publishedOn.map(zone.start(of:)) }

    private func judge(_ rule: Judgement.Rule, within limit: Int?, doneAt: Instant?) -> Judgement? {
        limit.map {
            Judgement(
                rule,
                from: incident.clockStartsAt,
                dueAt: clock.instant($0, after: incident.clockStartsAt),
                doneAt: doneAt,
                now: now
            )
        }
    }
}

extension Record {
    /// The instant at which a person acknowledged it: as noted, or else the first update, by which somebody must have.
    var takenOnAt: Instant? { self.acknowledgedAt ?? noticedAt }

    /// The instant at which the cause was known: the first update in a phase after investigating or, without updates,
    /// the end.
    fileprivate var understoodAt: Instant? {
        let first = self.updates.first { $0.phase != .investigating }?.at
        return self.updates.isEmpty ? resolvedAt : first
    }
}

extension [Silence] {
    /// Returns the longest silence by the policy's clock; of equally long ones, the first.
    fileprivate func longest(by clock: PolicyClock) -> Silence? {
        self.map { (silence: $0, seconds: clock.seconds(during: $0.range)) }
            .max { ($0.seconds, $1.silence.range.from) < ($1.seconds, $0.silence.range.from) }?.silence
    }
}

extension Judgement {
    fileprivate init(watchedFrom restoredAt: Instant, for seconds: Int, resolvedAt: Instant) {
        let end = restoredAt + seconds
        self.init(
            rule: .watch, verdict: end <= resolvedAt ? .met : .missed, startsAt: restoredAt, dueAt: end,
            doneAt: resolvedAt)
    }

    /// A copy with the verdict `open`, since later events can still change it.
    fileprivate var undecided: Judgement {
        Judgement(rule: rule, verdict: .open, startsAt: startsAt, dueAt: dueAt, doneAt: doneAt)
    }
}
