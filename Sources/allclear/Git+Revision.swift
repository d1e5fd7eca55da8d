import StatusModel
import StatusSite

extension Git {
    /// The last commit that touched `status.yml` or the records that the audience may see; nothing where git
    /// knows none.
    ///
    /// For the public, internal records do not count: a commit of one would tell that something happened,
    /// and would change every public report.
    func revision(ofRecordsOf page: StatusPage, for audience: Audience) throws(GitError)
        -> Provenance.Revision?
    {
        let hidden = audience == .internal ? [] : page.internalPaths
        let records = ["--", "status.yml", "incidents"] + hidden.map { ":(exclude,literal)\($0)" }
        guard let commit = try outputIfAny(of: ["log", "-1", "--format=%H"] + records), commit.count >= 12
        else { return nil }
        let changes = try outputIfAny(of: ["status", "--porcelain", "-z"] + records)
        return Provenance.Revision(
            commit: String(decoding: commit.prefix(12), as: UTF8.self),
            isModified: changes.map { !$0.isEmpty } ?? true
        )
    }
}

extension StatusPage {
    /// The paths of the records that the public does not see.
    fileprivate var internalPaths: [String] {
        let records = incidents.map(\.record) + maintenance.map(\.record) + notices.map(\.record)
        return records.filter { $0.visibility == .internal }.map(\.path)
    }
}
