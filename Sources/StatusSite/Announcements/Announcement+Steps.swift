import StatusModel

extension Announcement.Step {
    /// Returns the start, the detection, the acknowledgment and each change of phase.
    static func steps(of incident: Record, until end: Instant) -> [Self] {
        var steps = [
            Self(at: incident.from, event: .began),
            incident.detectedAt.map { Self(at: $0, event: .detected) },
            incident.acknowledgedAt.map { Self(at: $0, event: .acknowledged) },
        ].compactMap { $0 }
        var phase: Phase?
        for update in incident.updates where update.phase != phase {
            phase = update.phase
            steps.append(Self(at: update.at, event: .reported(update.phase)))
        }
        return steps.enumerated().filter { $0.element.at <= end }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

extension Announcement.NextStep {
    /// Returns the plan of the post-mortem, or else the policy's requirements, until it is published; and open action
    /// items.
    static func steps(
        after incident: Record,
        postMortem: PostMortem?,
        duty: Severity.PostMortemDuty?
    ) -> [Self] {
        var steps: [Self] = []
        if postMortem?.publishedOn == nil {
            if let planned = postMortem?.scheduledAt {
                steps.append(.postMortem(planned))
            } else if let duty, duty.isRequired, let end = incident.resolvedAt {
                steps += [duty.heldWithin.map { .meetingDue(end + $0) }].compactMap { $0 }
                steps += [duty.within.map { .postMortemDue(end + $0) }].compactMap { $0 }
            }
        }
        return steps + (postMortem?.actionItems.filter { !$0.isDone } ?? []).map { .actionItem($0) }
    }
}
