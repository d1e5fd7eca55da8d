import Reliability
import StatusModel

extension StatuspageRecord {
    init(_ incident: Incident, of page: StatusPage, now: Instant) {
        let record = incident.record
        var told = ToldStatuses()
        told.declare(incident.components)
        for update in incident.untoldUpdates { told.tell(update, holds: update.phase != .resolved) }
        updates = StatuspageUpdate.all(
            of: record,
            on: page,
            without: (incident.phase, incident.startedAt),
            told: &told
        ) { update in
            update.phase != .resolved && update.at < incident.endedAt ?? .distantFuture
        }
        id = StatuspageID(of: record, on: page)
        (name, address) = (record.title, page.address(of: "incidents/\(record.slug).html"))
        status = incident.isAccounted ? "postmortem" : incident.phase.rawValue
        (createdAt, startedAt) = (incident.noticedAt ?? incident.startedAt, incident.startedAt)
        updatedAt = incident.changedAt(in: page.zone)
        (monitoringAt, resolvedAt) = (incident.mitigatedAt, incident.resolvedAt)
        impact = IncidentTimeline(of: incident, now: now).impact
        schedule = nil
        components = told.changes.map(\.component)
    }

    init(_ window: MaintenanceWindow, of page: StatusPage, now: Instant) {
        let record = window.record
        let running = TimeRange(from: window.startsAt, to: window.endsAt ?? .distantFuture)
        let phase = window.phase(at: now)
        var told = ToldStatuses()
        told.declare(window.components)
        updates = StatuspageUpdate.all(
            of: record,
            on: page,
            without: (phase, window.from),
            told: &told
        ) { running.contains($0.at) }
        id = StatuspageID(of: record, on: page)
        (name, address) = (record.title, page.address(of: "incidents/\(record.slug).html"))
        (status, impact) = (phase.statuspageName, "maintenance")
        (createdAt, startedAt) = (record.updates.first?.at ?? window.from, window.startsAt)
        updatedAt = window.changedAt(by: now) ?? createdAt
        (monitoringAt, resolvedAt) = (nil, phase.isFinal ? window.endsAt : nil)
        schedule = TimeRange(from: window.from, to: window.plannedEnd)
        components = told.changes.map(\.component)
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
    fileprivate var statuspageName: String { self == .cancelled ? Phase.completed.rawValue : rawValue }
}
