import Reliability
import StatusModel

extension StatuspageRecord {
    init(_ incident: IncidentFacts, of page: StatusPage, now: Instant) {
        let record = incident.record
        var told = ToldStatuses()
        told.declare(record.components)
        for update in record.untoldUpdates { told.tell(update, holds: update.phase != .resolved) }
        updates = StatuspageUpdate.all(of: record, on: page, by: now, told: &told) { update in
            update.phase != .resolved && update.at < record.until ?? .distantFuture
        }
        id = page.statuspageID(of: record)
        (name, address) = (record.title, page.address(of: record.pagePath))
        status = record.isOverWithPostMortem ? Self.postMortemStatus : incident.phase.statuspageName
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
        updates = StatuspageUpdate.all(of: record, on: page, by: now, told: &told) {
            running.contains($0.at)
        }
        id = page.statuspageID(of: record)
        (name, address) = (record.title, page.address(of: record.pagePath))
        (status, impact) = (phase.statuspageName, "maintenance")
        (createdAt, startedAt) = (updates.first?.at ?? record.from, record.begins)
        updatedAt = record.changedAt(by: now, in: page.zone) ?? createdAt
        (monitoringAt, resolvedAt) = (nil, phase.isFinal ? record.closedAt : nil)
        schedule = TimeRange(from: record.plannedStart, to: record.plannedEnd ?? record.begins)
        components = told.changes.map(\.component)
    }
}

extension StatuspageRecord {
    /// Makes an incident without impact from a notice, which Statuspage does not have: it is monitored until it ends.
    init(notice record: Record, of page: StatusPage, now: Instant) {
        let end = record.until.flatMap { $0 <= now ? $0 : nil }
        let phase = end == nil ? Phase.monitoring : .resolved
        var told = ToldStatuses()
        let said = StatuspageUpdate.all(of: record, on: page, by: now, told: &told) { _ in false }
        updates = said.map { update in
            var update = update
            update.status = (update.at < end ?? .distantFuture ? Phase.monitoring : .resolved).statuspageName
            return update
        }
        id = page.statuspageID(of: record)
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
    /// Returns the record's news as updates, the oldest first.
    ///
    /// If there are none yet, its future beginning is one, since clients read the first update without a check.
    fileprivate static func all(
        of record: Record,
        on page: StatusPage,
        by now: Instant,
        told: inout ToldStatuses,
        holds: (Update) -> Bool
    ) -> [StatuspageUpdate] {
        let news = record.news(by: now, in: page.zone)
        guard !news.isEmpty else {
            let update = Update(
                phase: record.phase(at: now) ?? .scheduled, at: record.from, prose: record.summary)
            told.tell(update, holds: holds(update))
            let id = page.statuspageID(ofUpdateAt: "", of: record)
            return [StatuspageUpdate(update, id: id, affected: told.changes)]
        }
        let anchors = UpdateAnchor.anchors(of: record.updates)
        return news.map { item in
            let (update, name) = record.update(telling: item, anchors)
            told.tell(update, holds: holds(update))
            let id = page.statuspageID(ofUpdateAt: name, of: record)
            let word =
                item.event == .postMortem ? StatuspageRecord.postMortemStatus : update.phase.statuspageName
            return StatuspageUpdate(update, called: word, id: id, affected: told.changes)
        }
    }

    private init(
        _ update: Update, called status: String? = nil, id: StatuspageID, affected: [ToldStatuses.Change]
    ) {
        (self.id, self.affected) = (id, affected)
        self.status = status ?? update.phase.statuspageName
        (body, at) = (update.prose.text, update.at)
    }
}

extension StatuspageRecord {
    /// Statuspage's word for an incident that is over and has a published post-mortem, and for the update that says so.
    fileprivate static let postMortemStatus = "postmortem"
}

extension Record {
    /// Returns the update for news, either one of its own or one made from the record, with its name.
    ///
    /// - Parameter anchors: the anchors of its updates.
    fileprivate func update(telling news: News, _ anchors: [String]) -> (Update, name: String) {
        func made(_ prose: Prose) -> Update {
            Update(phase: news.phase ?? .investigating, at: news.at, prose: prose)
        }
        switch news.event {
        case .begins: return (made(self.updates.isEmpty ? self.summary : .empty), "")
        case .update(let place): return (self.updates[place], anchors[place])
        case .ends: return (made(.empty), "end")
        case .postMortem: return (made(self.postMortem?.opening ?? .empty), "post-mortem")
        }
    }
}

extension IncidentTimeline {
    /// The worst status as one of the impacts of Statuspage's API.
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
    /// Statuspage's name of the phase; it has none for cancelled maintenance.
    fileprivate var statuspageName: String {
        self == .cancelled ? Phase.completed.rawValue : counted.rawValue
    }
}
