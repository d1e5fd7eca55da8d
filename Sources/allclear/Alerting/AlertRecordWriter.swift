import Alerts
import Diagnostics
import Records
import StatusModel

/// A writer of records for incidents that are made from alerts: the first update from the rule's text, later facts,
/// and the end.
///
/// It changes an existing record as `allclear update` does.
struct AlertRecordWriter {
    let site: AuthoredSite
    /// The names of all records that the ledger names.
    let named: Set<String>
    /// Whether updates state their time even if they await review.
    let statesTimes: Bool
    let console: Console

    /// The outcome for an incident's record.
    enum Outcome {
        /// The record was written, or needs no change.
        case stands(path: String, isChanged: Bool)
        /// The alerts ended before anybody published the record.
        case withdrawn(path: String)
    }
}

extension AlertRecordWriter {
    /// Brings the incident's record up to date.
    ///
    /// - Returns: `nil` if there is no record, and none is due.
    func follow(_ incident: AlertIncident, by rule: AlertRule) throws -> Outcome? {
        switch incident.state {
        case .held, .passed, .declined: return nil
        case .toTell:
            if let written = written(of: incident, by: rule) {
                return try update(written, about: incident, by: rule)
            }
            return try create(incident, by: rule)
        case .told(let name):
            if let path = site.path(ofRecordNamed: name) {
                return try update(site.file(path), about: incident, by: rule)
            }
            guard let withdrawal = incident.withdrawal(by: rule), withdrawal <= site.now else { return nil }
            return .withdrawn(path: path(ofMissing: name, of: incident))
        }
    }
}

extension AuthoredSite {
    /// Returns the path of the record with that file name, or `nil` if there is none.
    func path(ofRecordNamed name: String) -> String? { paths.first { $0.hasSuffix("/" + name) } }
}

private extension AlertRecordWriter {
    var page: StatusPage { site.configuration.page }

    func text(of rule: AlertRule) -> ReadyText? { page.texts.first { $0.id == rule.text } }

    func startDay(of incident: AlertIncident) -> Day { page.zone.day(of: incident.startedAt) }

    // MARK: - New records

    func create(_ incident: AlertIncident, by rule: AlertRule) throws -> Outcome? {
        guard let text = text(of: rule) else { return nil }
        let draft = draft(of: incident, by: rule, saying: text)
        let path = RecordIndex.path(
            for: draft.title, on: startDay(of: incident), beside: site.paths,
            avoiding: site.addresses.all.union(named.map(RecordIndex.slug)))
        var file = try refusing(in: path) { () throws(AuthoringMistake) in
            try site.reader.file(of: draft, at: path)
        }
        file = try ended(file, of: incident, by: rule)
        try site.check(file, changing: nil, for: console)
        do {
            try CarefulWriting.create(path, in: site.folder, with: file.bytes)
        } catch { throw CommandError(error, of: site.place(of: path)) }
        return .stands(path: path, isChanged: true)
    }

    func draft(of incident: AlertIncident, by rule: AlertRule, saying text: ReadyText) -> RecordDraft {
        let severity = page.severities[rule.severity]
        var first = UpdateDraft(
            PhaseWord(.investigating), text.words(at: .investigating) ?? "", at: site.now)
        first.isDated = isDated(rule)
        first.nextUpdate = text.nextUpdate.map(Severity.written)
        var draft = RecordDraft(
            text.title ?? text.id, .incident(severity: severity.level),
            components: [UpdateDraft.Change(page.components[rule.component].id, rule.status)], first: first)
        draft.startedAt = incident.startedAt
        // Clocks differ: an instant before the start is left out.
        draft.detectedAt = incident.detectedAt.flatMap { $0 < incident.startedAt ? nil : $0 }
        draft.detectedBy = .alert
        draft.acknowledgedAt = acknowledgement(of: incident)
        draft.visibility = rule.then == .internal ? .internal : nil
        return draft
    }

    /// Returns the incident's record if it exists but is not named in the ledger: a run that ended early wrote it,
    /// or another run at the same time.
    func written(of incident: AlertIncident, by rule: AlertRule) -> SourceFile? {
        guard let title = text(of: rule)?.title else { return nil }
        let plain = RecordIndex.path(for: title, on: startDay(of: incident), beside: [], avoiding: [])
        let stem = RecordIndex.id(of: plain)
        return site.paths.lazy.filter { path in
            RecordIndex.id(of: path).hasPrefix(stem) && !named.contains(path.fileName)
        }
        .compactMap { try? site.file($0) }
        .first { file in
            let record = site.record(in: file)
            return record?.title == title && record?.from == incident.startedAt
        }
    }

    /// Returns the path that the incident's record of that name would have, next to the others.
    func path(ofMissing name: String, of incident: AlertIncident) -> String {
        let other = RecordIndex.path(
            for: name, on: startDay(of: incident), beside: site.paths, avoiding: [])
        return other.parted.folder + "/" + name
    }

    // MARK: - Existing records

    func update(_ file: SourceFile, about incident: AlertIncident, by rule: AlertRule) throws -> Outcome {
        var changed = file
        if let instant = acknowledgement(of: incident), site.record(in: file)?.isOpen == true {
            changed = try refusing(in: file.path) { () throws(AuthoringMistake) in
                try site.reader.stating(acknowledgedAt: instant, in: file)
            }
        }
        changed = try ended(changed, of: incident, by: rule)
        guard changed.bytes != file.bytes else { return .stands(path: file.path, isChanged: false) }
        try site.check(changed, changing: file, for: console)
        try site.replace(file, with: changed)
        return .stands(path: file.path, isChanged: true)
    }

    func acknowledgement(of incident: AlertIncident) -> Instant? {
        incident.acknowledgedAt.flatMap { $0 < incident.startedAt ? nil : $0 }
    }

    /// Returns the file with the final update if the alerts are over and no update says so yet.
    func ended(_ file: SourceFile, of incident: AlertIncident, by rule: AlertRule) throws -> SourceFile {
        guard let ending = incident.ending(by: rule), ending.at <= site.now, let endedAt = incident.endedAt,
            !site.reader.saysThatItIsOver(file), let words = text(of: rule)?.words[ending.phase]
        else { return file }
        var draft = UpdateDraft(PhaseWord(ending.phase), words, at: site.now)
        draft.isDated = isDated(rule)
        if let record = site.record(in: file) {
            draft.changes = changes(endingAt: endedAt, in: record, by: rule)
        }
        return try refusing(in: file.path) { () throws(AuthoringMistake) in
            try site.reader.adding(draft, to: file)
        }
    }

    /// Returns the changes that make the component operational since the alerts' end, unless the record already
    /// says so.
    ///
    /// If somebody changed its status after that end, it is operational from the update on.
    func changes(endingAt end: Instant, in record: Record, by rule: AlertRule) -> [UpdateDraft.Change] {
        let first = record.components.first { $0.component == rule.component }
            .map { (status: $0.status, since: record.from) }
        let latest = record.updates.reduce(first) { latest, update in
            let change = update.changes.last { $0.component == rule.component }
            return change.map { ($0.status, $0.since ?? update.at) } ?? latest
        }
        guard let latest, latest.status != .operational else { return [] }
        let since = latest.since <= end ? page.zone.writtenExactly(end) : nil
        return [UpdateDraft.Change(page.components[rule.component].id, .operational, since: since)]
    }

    func isDated(_ rule: AlertRule) -> Bool { rule.then != .review || statesTimes }

    func refusing<Value>(
        in path: String, _ write: () throws(AuthoringMistake) -> Value
    ) throws -> Value {
        do {
            return try write()
        } catch { throw CommandError(error, in: path) }
    }
}

extension RecordReader {
    /// Whether an update in the file says that the incident is over, or seems to be.
    ///
    /// If the record has errors or is a draft, its brackets count.
    func saysThatItIsOver(_ file: SourceFile) -> Bool {
        if let record = read(file).record { return record.saysThatItIsOver }
        let keywords = marked(file)?.updates.map(\.keyword) ?? []
        return keywords.contains { $0 == Phase.monitoring.keyword || $0 == Phase.resolved.keyword }
    }
}

extension Record {
    /// Whether an update says that the incident is over, or seems to be.
    var saysThatItIsOver: Bool {
        self.updates.contains { !$0.keepsPhase && ($0.phase == .monitoring || $0.phase == .resolved) }
    }
}

extension String {
    /// The last component of the path.
    var fileName: String { parted.name }
}
