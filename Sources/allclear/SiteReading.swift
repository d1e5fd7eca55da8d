import Diagnostics
import Records
import StatusModel
import StatusSite

/// A site's folder, read and checked: what it says, and every mistake in it.
struct SiteReading {
    /// The site; nothing where `status.yml` or a template has errors.
    let site: LoadedSite?
    /// What `status.yml` says; nothing where it has errors.
    let configuration: Configuration?
    /// The paths of the records, drafts and broken ones too; nothing where `status.yml` has errors, without
    /// which they cannot be read.
    let records: [String]?
    /// What reads a record as this site's.
    let reader: RecordReader?
    /// Every mistake, in the order that it is told in.
    let diagnostics: [Diagnostic]
    /// Whether only records have errors, so that the site can be published around them.
    let isPublishable: Bool

    /// - Parameters:
    ///   - unsaved: a record to be read as if it stood on the disk like this.
    ///   - history: what git knows of the records, where their times are to be held against it.
    ///   - progress: shows how many records have been read, where that takes long.
    init(
        of path: String,
        with unsaved: SourceFile? = nil,
        at now: Instant,
        history: RecordHistory? = nil,
        progress: Progress = .hidden
    ) throws {
        let files = SiteFolder(path, with: unsaved)
        var found: [Diagnostic] = []
        let configuration = files.configuration(into: &found).flatMap {
            Configuration(reading: $0, into: &found)
        }
        let templates = SiteTemplates(
            overriding: files.templates(into: &found),
            language: configuration?.page.language ?? "en",
            statedAt: configuration?.languagePlace,
            diagnostics: &found
        )
        let staticFiles = files.staticFiles(into: &found)
        let isSound = !found.hasErrors
        self.configuration = configuration?.calling(postMortem: templates?.postMortemHeadings ?? [])
        guard let configuration = self.configuration else {
            (site, records, reader) = (nil, nil, nil)
            (diagnostics, isPublishable) = (found.inOrder, false)
            return
        }
        checkPolicyIsReviewed(of: configuration, at: now, into: &found)
        let records = files.records(into: &found)
        UnreadFiles(of: path).report(into: &found)
        let index = RecordIndex(paths: records, staticFiles: Set(staticFiles.map(\.path)))
        let reader = RecordReader(configuration: configuration, index: index, now: now)
        let parsed = progress.show("reading records", of: records.count) { step in
            records.concurrentMap { path in
                defer { step() }
                return files.read(path, by: reader)
            }
        }
        let assembly = SiteAssembly(of: parsed, configuration: configuration, into: &found)
        checkInternalIncidents(of: assembly, at: now, into: &found)
        if let history {
            checkStatedTimes(
                of: records,
                in: files,
                by: reader,
                against: history,
                zone: configuration.page.zone,
                at: now,
                into: &found
            )
        }
        site = templates.map { templates in
            LoadedSite(page: assembly.page, templates: templates, staticFiles: staticFiles)
                .settlingLinks(parsed.flatMap(\.pageLinks), at: now, into: &found)
        }
        (self.records, self.reader) = (records, reader)
        (diagnostics, isPublishable) = (found.inOrder, isSound)
    }
}

extension SiteReading {
    /// How many records were read.
    var recordCount: Int? { records?.count }
}
