import Diagnostics
import Records
import StatusModel

/// A whole site as it stood at a git revision, to be held against that of the work tree.
struct PastSite {
    /// All of its page. Records that have errors are not on it, but for ``StatusPage/brokenRecords``.
    let page: StatusPage
    /// The commit that it was read at: where the work tree's history leaves the revision's.
    let commit: String
    /// The former slugs of records that were renamed since, by path.
    let renamed: [String: String]

    /// - Parameters:
    ///   - revision: a commit, a branch or a tag, as its user called it.
    ///   - present: the site's configuration as it is.
    init(at revision: String, in site: String, speakingLike present: Configuration, now: Instant) throws {
        let git = Git(at: site)
        let commit = try git.forkPoint(from: revision)
        let configuration = try git.configuration(at: commit).speaking(like: present)
        let paths = try git.paths(below: "incidents", at: commit).filter(SiteFolder.isRecord)
        let staticFiles = try git.paths(below: "static", at: commit).map {
            String($0.dropFirst("static/".count))
        }
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: paths, staticFiles: Set(staticFiles)),
            now: now
        )
        let (files, differing) = (SiteFolder(site), try git.differing(from: commit, below: "incidents"))
        // Unchanged records are read from disk, which is many times faster than from git.
        let kept = paths.filter { !differing.contains($0) }
            .concurrentMap { path in files.read(path, by: reader) }
        let former = try paths.filter(differing.contains).map { path in
            reader.read(SourceFile(path: path, bytes: try git.file(path, at: commit)))
        }
        let found = Findings()
        page = SiteAssembly(of: kept + former, configuration: configuration, into: found).page
        renamed = try git.changes(since: commit, below: "incidents").compactMapValues {
            $0.map(RecordIndex.slug(ofPath:))
        }
        self.commit = commit
    }
}
