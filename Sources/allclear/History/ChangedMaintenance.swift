import Diagnostics
import Records
import StatusModel

extension CheckedSite.ChangedMaintenance {
    /// The announced maintenance of a site, to come or under way, that is other than when its latest update was committed; none
    /// if git does not know.
    static func all(
        of parsed: [ParsedRecord], in source: RecordEdits.Source, by sources: SiteSources, at now: Instant
    ) throws(GitError) -> [CheckedSite.ChangedMaintenance] {
        let records = parsed.compactMap(\.record).filter { $0.isAnnounced(at: now) }
        guard !records.isEmpty, let reader = sources.reader, case .git(let reading, _) = source,
            case .success(let log) = reading.value
        else { return [] }
        let versions = records.flatMap { log.versions[$0.path] ?? [] }
        let contents = try sources.files.git.contents(of: Set(versions.map(\.blob)).sorted())
        return records.compactMap { record in
            let former = (log.versions[record.path] ?? []).lazy.map { version in
                contents[version.blob].flatMap {
                    reader.read(SourceFile(path: version.path, bytes: $0)).record
                }
            }
            // The oldest of the latest versions that have the updates of now.
            let announced =
                former.prefix { $0?.updates.count == record.updates.count }.reversed().first ?? nil
            guard let announced, !announced.isMaintenance(like: record),
                let file = sources.files.record(record.path)
            else { return nil }
            return CheckedSite.ChangedMaintenance(in: file, record, announced: announced, by: reader)
        }
    }
}

extension Record {
    /// Whether it is maintenance that an update has announced, and that is not over.
    fileprivate func isAnnounced(at now: Instant) -> Bool {
        self.kind == .maintenance && !self.updates.isEmpty && self.phase(at: now)?.isFinal == false
    }

    /// Whether the other is at the same times and affects the same components.
    fileprivate func isMaintenance(like other: Record) -> Bool {
        self.from == other.from && self.until == other.until
            && other.changedMaintenanceStatuses(since: self).isEmpty
    }
}
