import Diagnostics
import Records
import StatusModel

/// A whole site as of a git revision, for comparison with that of the work tree.
struct PastSite {
    /// The whole page.
    ///
    /// Records that have errors are not on it, except in ``StatusPage/brokenRecords``.
    let page: StatusPage
    /// The page without the words that are internal today, from which the public's is made.
    private let publicPage: StatusPage
    /// The former slugs of records that have been renamed since, by path.
    let renamed: [String: String]

    /// - Parameters:
    ///   - commit: the commit at which the work tree's history branched off what it is compared with.
    ///   - present: the present site, with its records. Records that have not changed are not parsed again.
    ///   - now: the instant for which the present site was read.
    init(at commit: String, in site: String, beside present: SiteReading, now: Instant) throws {
        let git = Git(at: site)
        let sources = try PastSources(at: commit, in: git, beside: present)
        let (reader, paths) = (sources.reader(at: now), sources.basis.records)
        let shared = present.records(alikeOn: sources.basis)
        let (files, differing) = (SiteFolder(site), try git.differing(from: commit, below: "incidents"))
        let renamed = try git.changes(since: commit, below: "incidents").compactMapValues {
            $0.map(RecordIndex.slug(ofPath:))
        }
        let today = RecordsToday(of: present, renamed: renamed, now: now)
        // Unchanged records are read from disk, which is many times faster than from git.
        let kept = paths.filter { !differing.contains($0) }.concurrentMap { path -> FormerRecord in
            if let record = shared[path] { return FormerRecord(whole: record, cut: record) }
            let record = files.read(path, by: reader)
            return FormerRecord(
                whole: record, cut: today.cut(record, again: files.record(path), by: reader))
        }
        let former = try paths.filter(differing.contains).map { path in
            let file = SourceFile(path: path, bytes: try git.file(path, at: commit))
            let record = reader.read(file)
            return FormerRecord(whole: record, cut: today.cut(record, again: file, by: reader))
        }
        let records = kept + former
        self.renamed = renamed
        page =
            SiteAssembly(of: records.map(\.whole), configuration: sources.configuration, into: Findings())
            .page
        publicPage =
            SiteAssembly(
                of: records.map(\.cut), configuration: sources.configuration, into: Findings()
            ).page
    }

    /// Returns the past page as the audience may see it now.
    func page(for audience: Audience, at now: Instant) -> StatusPage {
        (audience == .public ? publicPage : page).seen(by: audience, at: now)
    }
}

/// A former record, both whole and without the words that are internal today.
private struct FormerRecord: Sendable {
    let whole: ParsedRecord
    let cut: ParsedRecord
}

/// The present records, by their present and former slugs.
private struct RecordsToday: Sendable {
    private let page: StatusPage?
    private let records: [String: Record]

    /// - Parameter renamed: the former slugs of records, by path.
    init(of site: SiteReading, renamed: [String: String], now: Instant) {
        page = site.site?.page.seen(by: .internal, at: now)
        let all = page?.filedRecords ?? []
        let former = all.flatMap { record in
            ([renamed[record.path]].compactMap { $0 } + record.aliases).map { ($0, record) }
        }
        records = Dictionary(all.map { ($0.slug, $0) } + former) { first, _ in first }
    }

    /// Returns the former version of a record without the words that are internal today.
    ///
    /// - Parameter file: returns the version's file.
    func cut(
        _ former: ParsedRecord, again file: @autoclosure () -> SourceFile?, by reader: RecordReader
    ) -> ParsedRecord {
        guard let page, let record = records[former.slug] else { return former }
        return reader.reading(
            former, again: file(), keepingInside: InternalFacts(of: record, on: page))
    }
}

/// The sources from which former records are read.
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
    /// Returns the records, by path, that are parsed to the same result on the other basis if their files are the
    /// same: none if `status.yml` differs; only those without links if other records or static files exist.
    func records(alikeOn other: RecordCache.Basis) -> [String: ParsedRecord] {
        let own = sources.basis
        guard own.configuration == other.configuration, own.headings == other.headings else { return [:] }
        let alike = own == other ? records : records.filter(\.standsAlone)
        return Dictionary(alike.map { ($0.path, $0) }) { first, _ in first }
    }
}
