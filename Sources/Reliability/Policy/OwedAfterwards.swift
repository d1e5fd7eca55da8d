public import StatusModel

/// Something that the team still owes an incident that is over, by the policy of the highest severity that it reached or by
/// its post-mortem.
public struct OwedAfterwards: Sendable, Hashable {
    /// What it is.
    public let what: What
    /// The last instant at which it is in time; of a checklist, when it was asked for.
    public let dueAt: Instant

    /// What may be owed.
    public enum What: Sendable, Hashable {
        /// The meeting over the post-mortem, or the post-mortem.
        case postMortem(Judgement.Rule)
        /// The items of a stage's checklist that are not ticked.
        case checklist(Checklist.Stage, [ChecklistItem])
        /// An action item that is overdue.
        case actionItem(ActionItem)
    }
}

extension OwedAfterwards {
    /// All that is owed an incident of the page, which was cut at `now`: the meeting and the post-mortem even before their
    /// time, everything else once that has come. Nothing while the incident is open.
    public static func all(after incident: Record, on page: StatusPage, now: Instant) -> [OwedAfterwards] {
        guard incident.kind == .incident, !incident.isOpen else { return [] }
        return postMortems(after: incident, on: page, now: now)
            + checklists(after: incident, on: page, now: now)
            + actionItems(after: incident, in: page.zone, now: now)
    }

    /// The meeting and the post-mortem, as far as they have a limit and are neither scheduled nor published.
    public static func postMortems(
        after incident: Record, on page: StatusPage, now: Instant
    ) -> [OwedAfterwards] {
        Judgement.ofPostMortem(of: incident, on: page, now: now).compactMap { judgement in
            guard let dueAt = judgement.dueAt else { return nil }
            // A day of publication that is yet to come is a plan; a meeting that is, has been arranged.
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
