public import StatusModel

/// How an incident was handled, held against the policy of the highest severity it reached, as that stood when the
/// incident began.
///
/// Limits count from the detection, else the start, in the hours that the policy counts; a promise and a
/// post-mortem's day hold whatever the hours. What can still be met is undecided.
public struct PolicyCompliance: Sendable, Hashable {
    /// What came of each rule that the policy has, in the order of ``Judgement/Rule``; one for each promise.
    public let judgements: [Judgement]
    /// The longest silence between updates while it was open, in the hours that the policy counts.
    public let longestSilence: Silence?
    /// The steps of the escalation ladder that were reached.
    public let escalations: [EscalationStep]
}

extension PolicyCompliance {
    /// Judges an incident of the page, which was cut at `now`. Nothing comes of other records.
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
    /// What came of the policy's rules for the post-mortem of an incident of the page: of the meeting over it, then of
    /// itself.
    public static func ofPostMortem(of incident: Record, on page: StatusPage, now: Instant) -> [Judgement] {
        guard let rank = incident.highestSeverity else { return [] }
        let rules = page.rules
        let severity = rules.severity(rank, at: incident.from)
        let clock = rules.clock(of: severity, at: incident.from)
        let bench = Bench(incident: incident, severity: severity, clock: clock, zone: page.zone, now: now)
        return [bench.meeting, bench.postMortem].compactMap { $0 }
    }
}

/// All that a judgement is made of.
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

    /// Whether it was resolved no sooner than the policy wants it watched. Watching takes as long at night, and an
    /// incident that affected no component has no end of an impact.
    var watch: Judgement? {
        guard let seconds = severity.watchFor, let resolvedAt = incident.resolvedAt else { return nil }
        let timeline = timeline
        guard incident.until != nil || !timeline.spans.isEmpty, let restoredAt = timeline.restoredAt else {
            return nil
        }
        return Judgement(watchedFrom: restoredAt, for: seconds, resolvedAt: resolvedAt)
    }

    private var timeline: IncidentTimeline { IncidentTimeline(of: incident, now: now) }

    /// The cadence, judged by the longest silence that no kept promise excuses.
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
        // While it is open, a longer silence may still come.
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

    /// The meeting over the post-mortem, once the incident is resolved: when it is scheduled, else at the latest when
    /// the post-mortem of it is published. One to come that is scheduled in time may still be put off.
    var meeting: Judgement? {
        guard let duty = owedPostMortem, let within = duty.heldWithin, let resolvedAt = incident.resolvedAt
        else { return nil }
        let heldAt = incident.postMortem?.scheduledAt ?? publishedAt
        let judgement = Judgement(
            .postMortemHeld, from: resolvedAt, dueAt: resolvedAt + within, doneAt: heldAt, now: now)
        return judgement.verdict == .met && heldAt.map { $0 > now } == true ? judgement.undecided : judgement
    }

    /// The post-mortem, once the incident is resolved.
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

    /// A day of publication counts from its first instant.
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
    /// When a person took it on: as noted, or else at the latest when somebody wrote the first update.
    var takenOnAt: Instant? { self.acknowledgedAt ?? noticedAt }

    /// When the cause was known: the first update that is past investigating; without updates the end.
    fileprivate var understoodAt: Instant? {
        let first = self.updates.first { $0.phase != .investigating }?.at
        return self.updates.isEmpty ? resolvedAt : first
    }
}

extension [Silence] {
    /// The longest by the clock; of several the first.
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

    /// The same, which later events can still turn.
    fileprivate var undecided: Judgement {
        Judgement(rule: rule, verdict: .open, startsAt: startsAt, dueAt: dueAt, doneAt: doneAt)
    }
}
