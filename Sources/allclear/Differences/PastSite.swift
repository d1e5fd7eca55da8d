import Diagnostics
import Records
import StatusModel

/// A whole site as it stood at a git revision, to be held against that of the work tree.
struct PastSite {
    /// All of its page. Records that have errors are not on it, but for ``StatusPage/brokenRecords``.
    let page: StatusPage
    /// The former slugs of records that were renamed since, by path.
    let renamed: [String: String]

    /// - Parameters:
    ///   - commit: where the work tree's history leaves that which it is held against.
    ///   - present: the site as it is, with its records. What they share with the past is not parsed again.
    ///   - now: the instant that the present was read at.
    init(at commit: String, in site: String, beside present: SiteReading, now: Instant) throws {
        let git = Git(at: site)
        let sources = try PastSources(at: commit, in: git, beside: present)
        let (reader, paths) = (sources.reader(at: now), sources.basis.records)
        let shared = present.records(alikeOn: sources.basis)
        let (files, differing) = (SiteFolder(site), try git.differing(from: commit, below: "incidents"))
        // Unchanged records are read from disk, which is many times faster than from git.
        let kept = paths.filter { !differing.contains($0) }
            .concurrentMap { path in shared[path] ?? files.read(path, by: reader) }
        let former = try paths.filter(differing.contains).map { path in
            reader.read(SourceFile(path: path, bytes: try git.file(path, at: commit)))
        }
        let found = Findings()
        page = SiteAssembly(of: kept + former, configuration: sources.configuration, into: found).page
        renamed = try git.changes(since: commit, below: "incidents").compactMapValues {
            $0.map(RecordIndex.slug(ofPath:))
        }
    }
}

/// What the past's records are read by.
private struct PastSources {
    let configuration: Configuration
    let basis: RecordCache.Basis

    init(at commit: String, in git: Git, beside present: SiteReading) throws {
        let own = try git.configuration(at: commit)
        configuration = present.configuration.map(own.speaking(like:)) ?? own
        let records = try git.paths(below: "incidents", at: commit).filter(SiteFolder.isRecord)
        let staticFiles = try git.paths(below: "static", at: commit).filter(SiteFolder.isStaticFile)
            .map { String($0.dropFirst("static/".count)) }
        basis = RecordCache.Basis(
            configuration: try git.file("status.yml", at: commit),
            headings: present.sources.basis.headings,
            records: records.sorted { $0.precedes($1) },
            staticFiles: staticFiles.sorted { $0.precedes($1) })
    }

    func reader(at now: Instant) -> RecordReader {
        let index = RecordIndex(paths: basis.records, staticFiles: Set(basis.staticFiles))
        return RecordReader(configuration: configuration, index: index, now: now)
    }
}

private extension SiteReading {
    /// The records, by path, that come out the same on the other basis if their files are the same: none where
    /// `status.yml` is another; where other records or static files are there, those that lead to none.
    func records(alikeOn other: RecordCache.Basis) -> [String: ParsedRecord] {
        let own = sources.basis
        guard own.configuration == other.configuration, own.headings == other.headings else { return [:] }
        let alike = own == other ? records : records.filter(\.standsAlone)
        return Dictionary(alike.map { ($0.path, $0) }) { first, _ in first }
    }
}
