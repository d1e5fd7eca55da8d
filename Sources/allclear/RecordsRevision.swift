import Dispatch
import StatusSite

/// The revision of a site's records in git, asked for while other work is done.
final class RecordsRevision: @unchecked Sendable {
    private let asking = DispatchGroup()
    // Written once, by the thread that asks, and read after that has ended.
    private var answer: Provenance.Revision?

    /// Begins to ask.
    ///
    /// - Parameter site: the site's folder.
    init(of site: String) {
        DispatchQueue.global().async(group: asking) { self.answer = Git(at: site).revisionOfRecords }
    }

    /// The revision, waited for; nothing where git knows none.
    var found: Provenance.Revision? {
        asking.wait()
        return answer
    }
}

extension Git {
    /// The last commit that touched `status.yml` or `incidents/`; nothing where git knows none.
    fileprivate var revisionOfRecords: Provenance.Revision? {
        let records = ["--", "status.yml", "incidents"]
        guard let commit = try? output(of: ["log", "-1", "--format=%H"] + records), commit.count >= 12
        else { return nil }
        let changes = try? output(of: ["status", "--porcelain", "-z"] + records)
        return Provenance.Revision(
            commit: String(decoding: commit.prefix(12), as: UTF8.self),
            isModified: changes.map { !$0.isEmpty } ?? true
        )
    }
}
