import Diagnostics
import Records
import StatusModel
import StatusSite

/// The contents of a site's folder, read and checked, with every mistake in them.
struct SiteReading {
    /// The site; `nil` if `status.yml` or a template has errors.
    let site: LoadedSite?
    /// The sources by which the records were read.
    let sources: SiteSources
    /// Every mistake, in the order in which they are reported.
    let diagnostics: [Diagnostic]
    /// The parsed records; none unless they were to be kept.
    let records: [ParsedRecord]
    /// The edits of records after their incidents were over.
    let edits: RecordEdits

    /// - Parameters:
    ///   - unsaved: a record to be read as if it were on the disk with these contents.
    ///   - isToBePublished: whether to compare the names of the site's files with those of the pages made from it.
    ///   - awaitsReview: whether updates may still have no time.
    ///   - history: the history of the records in git, if their times are to be compared with it.
    ///   - edits: the source of the edits of records.
    ///   - keepsRecords: whether to keep the parsed records, for comparison with the site's past.
    ///   - cache: the records as parsed by the last reading of the same site, for the next one.
    ///   - progress: shows how many records have been read, if that takes long.
    init(
        of path: String,
        with unsaved: SourceFile? = nil,
        at now: Instant,
        isToBePublished: Bool = false,
        awaitsReview: Bool = false,
        history: RecordHistory? = nil,
        edits source: RecordEdits.Source = .none,
        keepsRecords: Bool = false,
        cache: RecordCache? = nil,
        progress: Progress = .hidden
    ) throws {
        let found = Findings()
        let sources = SiteSources(
            SiteFolder(path, with: unsaved), at: now, isToBePublished: isToBePublished,
            awaitsReview: awaitsReview, into: found)
        self.sources = sources
        guard let configuration = sources.configuration, let reader = sources.reader else {
            (site, diagnostics, records, edits) = (nil, found.all.inOrder, [], RecordEdits())
            return
        }
        let (files, paths) = (sources.files, sources.records)
        cache?.settle(on: sources.basis)
        let parsed = progress.show("reading records", of: paths.count) { step in
            paths.concurrentMap { path in
                defer { step() }
                return files.read(path, by: reader, cache)
            }
        }
        let assembly = SiteAssembly(of: parsed, configuration: configuration, into: found)
        var checked = CheckedSite(assembly, configuration: configuration, at: now)
        checked.unreadFiles = UnreadFiles(of: path).all
        checked.hiddenDowntime = assembly.hiddenDowntime(at: now)
        checked.committedUpdates =
            history?.committedUpdates(of: paths, in: files, by: reader, until: now) ?? []
        checked.changedSeries = try CheckedSite.ChangedSeries.all(
            of: parsed, in: source, by: sources, at: now)
        checked.changedMaintenance = try CheckedSite.ChangedMaintenance.all(
            of: parsed, in: source, by: sources, at: now)
        checked.check(into: found)
        let edits = try RecordEdits(
            from: source, of: parsed, on: assembly.page, by: sources, at: now, into: found)
        self.edits = edits
        site = sources.templates.map { templates in
            LoadedSite(
                page: assembly.page, templates: templates, staticFiles: sources.staticFiles, edits: edits,
                at: now
            )
            .settlingLinks(parsed.flatMap(\.pageLinks), into: found)
        }
        if isToBePublished { site?.checkNames(into: found) }
        diagnostics = found.all.inOrder
        records = keepsRecords ? parsed : []
    }
}

extension SiteReading {
    /// The contents of `status.yml`; `nil` if it has errors.
    var configuration: Configuration? { sources.configuration }

    /// Whether only single files have errors, so that the site can be published around them.
    var isPublishable: Bool { sources.isSound && sources.isWhole }

    /// The number of records that were read; `nil` if `status.yml` has errors.
    var recordCount: Int? { sources.reader == nil ? nil : sources.records.count }
}
