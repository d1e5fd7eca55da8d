import Reliability
import StatusModel

extension StatuspageRecord {
    init(_ incident: IncidentFacts, of page: StatusPage, now: Instant) {
        let record = incident.record
        var told = ToldStatuses()
        told.declare(record.components)
        for update in record.untoldUpdates { told.tell(update, holds: update.phase != .resolved) }
        updates = StatuspageUpdate.all(
            of: record,
            on: page,
            without: (incident.phase, incident.begins),
            told: &told
        ) { update in
            update.phase != .resolved && update.at < record.until ?? .distantFuture
        }
        id = StatuspageID(of: record, on: page)
        (name, address) = (record.title, page.address(of: record.pagePath))
        status = record.isAccounted ? "postmortem" : incident.phase.statuspageName
        (createdAt, startedAt) = (record.noticedAt ?? incident.begins, incident.begins)
        updatedAt = record.changedAt(by: now, in: page.zone) ?? createdAt
        (monitoringAt, resolvedAt) = (record.monitoringAt, incident.resolvedAt)
        impact = incident.timeline.impact
        schedule = nil
        components = told.changes.map(\.component)
    }

    init(maintenance record: Record, of page: StatusPage, now: Instant) {
        let running = TimeRange(from: record.begins, to: record.closesAt ?? .distantFuture)
        let phase = record.phase(at: now) ?? .scheduled
        var told = ToldStatuses()
        told.declare(record.components)
        updates = StatuspageUpdate.all(
            of: record,
            on: page,
            without: (phase, record.from),
            told: &told
        ) { running.contains($0.at) }
        id = StatuspageID(of: record, on: page)
        (name, address) = (record.title, page.address(of: record.pagePath))
        (status, impact) = (phase.statuspageName, "maintenance")
        (createdAt, startedAt) = (record.updates.first?.at ?? record.from, record.begins)
        updatedAt = record.changedAt(by: now, in: page.zone) ?? createdAt
        (monitoringAt, resolvedAt) = (nil, phase.isFinal ? record.closedAt : nil)
        schedule = TimeRange(from: record.plannedStart, to: record.plannedEnd ?? record.begins)
        components = told.changes.map(\.component)
    }
}

extension StatuspageRecord {
    /// Makes an incident without impact of a notice, which Statuspage has none of: it is being watched until it ends.
    init(notice record: Record, of page: StatusPage, now: Instant) {
        let end = record.until.flatMap { $0 <= now ? $0 : nil }
        let phase = end == nil ? Phase.monitoring : .resolved
        var told = ToldStatuses()
        updates = StatuspageUpdate.all(of: record, on: page, without: (phase, record.from), told: &told) {
            _ in
            false
        }
        id = StatuspageID(of: record, on: page)
        (name, address) = (record.title, page.address(of: record.pagePath))
        (status, impact) = (phase.statuspageName, "none")
        (createdAt, startedAt) = (record.from, record.from)
        updatedAt = record.changedAt(by: now, in: page.zone) ?? createdAt
        (monitoringAt, resolvedAt) = (record.from, end)
        schedule = nil
        components = []
    }
}

extension StatuspageUpdate {
    /// The record's updates, oldest first. Where there are none, what is known of it is one: clients take
    /// the first without looking whether there is any.
    fileprivate static func all(
        of record: Record,
        on page: StatusPage,
        without other: (phase: Phase, at: Instant),
        told: inout ToldStatuses,
        holds: (Update) -> Bool
    ) -> [StatuspageUpdate] {
        guard !record.updates.isEmpty else {
            let update = Update(phase: other.phase, at: other.at, prose: record.summary)
            told.tell(update, holds: holds(update))
            let id = StatuspageID(ofUpdateAt: "", of: record, on: page)
            return [StatuspageUpdate(update, id: id, affected: told.changes)]
        }
        let anchors = UpdateAnchor.anchors(of: record.updates)
        return record.updates.indices.map { place in
            told.tell(record.updates[place], holds: holds(record.updates[place]))
            return StatuspageUpdate(
                record.updates[place],
                id: StatuspageID(ofUpdateAt: anchors[place], of: record, on: page),
                affected: told.changes
            )
        }
    }

    private init(_ update: Update, id: StatuspageID, affected: [ToldStatuses.Change]) {
        (self.id, self.affected) = (id, affected)
        (status, body, at) = (update.phase.statuspageName, update.prose.text, update.at)
    }
}

extension IncidentTimeline {
    /// How bad it was at its worst, in the words of Statuspage's API.
    fileprivate var impact: String {
        switch spans.lazy.map(\.status).max() ?? .operational {
        case .operational, .underMaintenance: "none"
        case .degradedPerformance: "minor"
        case .partialOutage: "major"
        case .majorOutage: "critical"
        }
    }
}

extension Phase {
    /// Statuspage's word for it, which has none for what was cancelled.
    fileprivate var statuspageName: String {
        self == .cancelled ? Phase.completed.rawValue : counted.rawValue
    }
}
