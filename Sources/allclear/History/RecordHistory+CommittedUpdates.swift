import Records
import StatusModel

extension RecordHistory {
    /// Returns the updates until the instant that were recently committed, with their commits.
    ///
    /// A record that was committed complete, with its end, was written afterwards: nothing is known of its times.
    func committedUpdates(
        of records: [String], in files: SiteFolder, by reader: RecordReader, until now: Instant
    ) -> [CheckedSite.CommittedUpdate] {
        let updates = records.filter { self[$0] != nil }.concurrentMap {
            path -> [CheckedSite.CommittedUpdate] in
            guard let file = files.record(path), let history = self[path] else { return [] }
            let updates = reader.statedUpdates(in: file).filter { $0.at <= now }
            guard let last = updates.last, !(last.isFinal && history.beganWith(last.lines)) else { return [] }
            return updates.map { .init($0, committedAt: history.commits(of: $0.lines)) }
        }
        return Array(updates.joined())
    }
}
