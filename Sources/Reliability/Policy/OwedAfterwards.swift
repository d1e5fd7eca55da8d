public import StatusModel

/// Something that the team still has to do for an incident that is over, by the policy of the highest severity that it
/// reached or by its post-mortem.
public struct OwedAfterwards: Sendable, Hashable {
    /// The task.
    public let what: What
    /// The last instant at which it is done in time; for a checklist, the instant at which it was asked for.
    public let dueAt: Instant

    /// The kinds of tasks.
    public enum What: Sendable, Hashable {
        /// The post-mortem, or the meeting about it.
        case postMortem(Judgement.Rule)
        /// The items of a stage's checklist that are not ticked.
        case checklist(Checklist.Stage, [ChecklistItem])
        /// An action item that is overdue.
        case actionItem(ActionItem)
    }
}

extension OwedAfterwards {
    /// Returns everything that is still to be done for an incident of the page, which was cut at `now`; nothing while
    /// the incident is open.
    ///
    /// The meeting and the post-mortem are included even before they are due, everything else once it is.
    public static func all(after incident: Record, on page: StatusPage, now: Instant) -> [OwedAfterwards] {
        guard incident.kind == .incident, !incident.isOpen else { return [] }
        return postMortems(after: incident, on: page, now: now)
            + checklists(after: incident, on: page, now: now)
            + actionItems(after: incident, in: page.zone, now: now)
    }

    /// Returns the meeting and the post-mortem, if they have a limit and are neither scheduled nor published.
    public static func postMortems(
        after incident: Record, on page: StatusPage, now: Instant
    ) -> [OwedAfterwards] {
        Judgement.ofPostMortem(of: incident, on: page, now: now).compactMap { judgement in
            guard let dueAt = judgement.dueAt else { return nil }
            // A day of publication in the future is a plan, but a meeting in the future has been arranged.
            let isArranged = judgement.rule == .postMortemHeld && incident.postMortem?.scheduledAt != nil
            let isDone = isArranged || judgement.doneAt.map { $0 <= now } ?? false
            return isDone ? nil : OwedAfterwards(what: .postMortem(judgement.rule), dueAt: dueAt)
        }
    }

    /// Whether its time has passed.
    public func isOverdue(at now: Instant) -> Bool { dueAt < now }

    private static func checklists(
        after incident: Record, on page: StatusPage, now: Instant
    ) -> [OwedAfterwards] {
        guard let rank = incident.highestSeverity else { return [] }
        let severity = page.rules.severity(rank, at: incident.from)
        return incident.owedChecklists(of: severity, in: page.zone, at: now).map {
            OwedAfterwards(what: .checklist($0.stage, $0.items), dueAt: $0.askedAt)
        }
    }

    private static func actionItems(
        after incident: Record, in zone: Zone, now: Instant
    ) -> [OwedAfterwards] {
        let today = zone.day(of: now)
        return (incident.postMortem?.actionItems ?? []).compactMap { item in
            guard item.isOwed(on: today), let dueOn = item.dueOn else { return nil }
            let end = zone.start(of: dueOn.advanced(by: 1))
            return OwedAfterwards(what: .actionItem(item), dueAt: end - 1)
        }
    }
}
