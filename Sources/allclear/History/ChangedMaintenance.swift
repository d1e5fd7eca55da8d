import Diagnostics
import Records
import StatusModel

extension CheckedSite.ChangedMaintenance {
    /// Returns the announced maintenance of a site, to come or in progress, that has changed since its latest
    /// update was committed; none if git does not know.
    static func all(
        of parsed: [ParsedRecord], in source: RecordEdits.Source, by sources: SiteSources, at now: Instant
    ) throws(GitError) -> [CheckedSite.ChangedMaintenance] {
        guard let reader = sources.reader, case .git(let reading, _) = source else { return [] }
        let records = parsed.compactMap(\.record).filter { $0.isAnnounced(at: now) }
        guard !records.isEmpty, case .success(let log) = reading.value else { return [] }
        let versions = records.flatMap { log.versions[$0.path] ?? [] }
        let contents = try sources.files.git.contents(of: Set(versions.map(\.blob)).sorted())
        return records.compactMap { record in
            // The oldest of the latest versions that have the present updates.
            var oldest: Record?
            for version in log.versions[record.path] ?? [] {
                guard let bytes = contents[version.blob],
                    let former = reader.read(SourceFile(path: version.path, bytes: bytes)).record,
                    former.updates.count == record.updates.count
                else { break }
                oldest = former
            }
            guard let announced = oldest, !announced.isMaintenance(like: record),
                let file = sources.files.record(record.path)
            else { return nil }
            return CheckedSite.ChangedMaintenance(in: file, record, announced: announced, by: reader)
        }
    }
}

extension Record {
    /// Whether it is maintenance that an update has announced and that is not over.
    fileprivate func isAnnounced(at now: Instant) -> Bool {
        self.kind == .maintenance && !self.updates.isEmpty && self.phase(at: now)?.isFinal == false
    }

    /// Whether the other is at the same times and affects the same components.
    fileprivate func isMaintenance(like other: Record) -> Bool {
        self.from == other.from && self.until == other.until
            && other.changedMaintenanceStatuses(since: self).isEmpty
    }
}
