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
    /// Whether all that lies in `incidents/` could be looked at: else a record may be there that nobody knows of.
    let isWhole: Bool
    /// Whether only single files have errors, so that the site can be published around them.
    let isPublishable: Bool

    /// - Parameters:
    ///   - unsaved: a record to be read as if it stood on the disk like this.
    ///   - isToBePublished: whether the names of its files are to be held against those of the pages made of it.
    ///   - history: what git knows of the records, where their times are to be held against it.
    ///   - progress: shows how many records have been read, where that takes long.
    init(
        of path: String,
        with unsaved: SourceFile? = nil,
        at now: Instant,
        isToBePublished: Bool = false,
        history: RecordHistory? = nil,
        progress: Progress = .hidden
    ) throws {
        let files = SiteFolder(path, with: unsaved)
        let found = Findings()
        let configuration = files.configuration(into: found).flatMap {
            Configuration(reading: $0, into: found)
        }
        let templates = SiteTemplates(
            overriding: files.templates(into: found),
            language: configuration?.page.language ?? "en",
            statedAt: configuration?.languagePlace,
            into: found
        )
        let staticFiles = files.staticFiles(into: found)
        if isToBePublished { for file in staticFiles { file.checkIsReadable(into: found) } }
        let isSound = !found.hasErrors
        self.configuration = configuration?.calling(postMortem: templates?.postMortemHeadings ?? [])
        guard let configuration = self.configuration else {
            (site, records, reader) = (nil, nil, nil)
            (diagnostics, isWhole, isPublishable) = (found.all.inOrder, false, false)
            return
        }
        let listing = Findings()
        let records = files.records(into: listing)
        isWhole = !listing.hasErrors
        found.add(listing.all)
        let index = RecordIndex(paths: records, staticFiles: Set(staticFiles.map(\.path)))
        let reader = RecordReader(configuration: configuration, index: index, now: now)
        let parsed = progress.show("reading records", of: records.count) { step in
            records.concurrentMap { path in
                defer { step() }
                return files.read(path, by: reader)
            }
        }
        let assembly = SiteAssembly(of: parsed, configuration: configuration, into: found)
        var checked = CheckedSite(assembly, configuration: configuration, at: now)
        checked.unreadFiles = UnreadFiles(of: path).all
        checked.hiddenDowntime = assembly.hiddenDowntime(at: now)
        checked.committedUpdates =
            history?.committedUpdates(of: records, in: files, by: reader, until: now) ?? []
        checked.check(into: found)
        site = templates.map { templates in
            LoadedSite(page: assembly.page, templates: templates, staticFiles: staticFiles, at: now)
                .settlingLinks(parsed.flatMap(\.pageLinks), into: found)
        }
        if isToBePublished { site?.checkNames(into: found) }
        (self.records, self.reader) = (records, reader)
        (diagnostics, isPublishable) = (found.all.inOrder, isSound && isWhole)
    }
}

extension SiteReading {
    /// How many records were read.
    var recordCount: Int? { records?.count }
}
