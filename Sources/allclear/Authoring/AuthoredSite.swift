import Diagnostics
import Records
import StatusModel
import StatusSite

/// A site that a record is being written for.
///
/// It reads only the records that are asked for: an outage does not wait until ten thousand have been read.
struct AuthoredSite {
    let now: Instant
    let configuration: Configuration
    let reader: RecordReader
    /// The templates of the site's pages, with its language; `nil` if they have errors.
    let templates: SiteTemplates?
    /// The records' paths, relative to the site's folder.
    let paths: [String]
    /// The site's folder, relative to where the program runs.
    let folder: String
    private let clock: ClockOption
    private let files: SiteFolder
    private let awaitsReview: Bool
    private let knownAddresses: Lazy<RecordAddresses>

    /// - Parameter awaitsReview: whether updates may still have no time.
    init(_ options: SiteOptions, awaitsReview: Bool = false) throws {
        try self.init(of: options.site, at: options.now(), by: options.clock, awaitsReview: awaitsReview)
    }

    private init(of folder: String, at now: Instant, by clock: ClockOption, awaitsReview: Bool) throws {
        (self.now, self.clock, self.folder, files) = (now, clock, folder, SiteFolder(folder))
        self.awaitsReview = awaitsReview
        let found = Findings()
        let sources = SiteSources(files, at: now, awaitsReview: awaitsReview, into: found)
        guard let configuration = sources.configuration, let reader = sources.reader, sources.isWhole else {
            throw CommandError("the site cannot be read", found.all.inOrder)
        }
        (self.configuration, self.reader, paths) = (configuration, reader, sources.records)
        templates = sources.templates
        knownAddresses = Lazy { [files, paths] in RecordAddresses(of: paths, in: files, by: reader) }
    }
}

extension AuthoredSite {
    /// Returns the path of a file of the site, relative to where the program runs.
    func place(of path: String) -> String {
        folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
    }

    /// The addresses that records have or had.
    var addresses: RecordAddresses { knownAddresses.value }

    /// Returns the path of the record that a person means by the name.
    func path(ofRecordCalled name: String) throws -> String {
        try RecordFinder(
            among: paths, open: open, formerIDs: { addresses.formerIDs }, titles: { titles }
        )
        .path(of: name)
    }

    /// Returns the same, and says which record was taken if the name is only part of one.
    func path(ofRecordCalled name: String, telling console: Console) throws -> String {
        let path = try path(ofRecordCalled: name)
        let title = try reader.title(of: file(path))
        if let sentence = RecordFinder.sentence(taking: path, for: name, title: title) {
            try console.say(sentence)
        }
        return path
    }

    /// Returns the instant of an answer that was just given, which may be minutes after ``now``: `10m` in an answer
    /// counts from it.
    func answeredAt() throws -> Instant { try clock.now() }

    /// Returns the instant of something that has happened, as somebody typed it.
    ///
    /// - Parameter option: the option for which it was typed.
    func pastInstant(_ text: String, of option: String) throws -> Instant {
        do {
            return try configuration.instant(writtenAs: text, before: now)
        } catch { throw CommandError(error, of: option) }
    }

    /// Replaces the file that was read with the changed one, unless somebody else has changed it meanwhile.
    func replace(_ file: SourceFile, with changed: SourceFile) throws {
        do {
            try CarefulWriting.replace(file.path, in: folder, reading: file.bytes, with: changed.bytes)
        } catch { throw CommandError(error, of: place(of: file.path)) }
    }

    /// Returns the record at the path, as it is on the disk.
    func file(_ path: String) throws -> SourceFile {
        guard let file = files.record(path) else {
            throw CommandError("`\(place(of: path))` cannot be read", hint: "check its permissions")
        }
        return file
    }

    /// Returns the record at the path, or `nil` if it has errors or is a draft.
    func record(at path: String) -> Record? { files.read(path, by: reader).record }

    /// Returns the record in a file that was already read, without reading it again, which might fail; `nil` if the
    /// record has errors or is a draft.
    func record(in file: SourceFile) -> Record? { reader.read(file).record }

    /// Returns those of the records that are open: incidents that are not resolved, and maintenance to come or in
    /// progress.
    func open(among paths: [String]) -> Set<String> {
        let open = paths.concurrentMap { path in record(at: path)?.phase(at: now)?.isFinal == false }
        return Set(zip(paths, open).filter(\.1).map(\.0))
    }

    /// Returns the paths of the open records with the title.
    func openPaths(titled title: String) -> [String] {
        let folded = title.lowercased()
        let alike = zip(paths, titles).filter { $0.1.lowercased() == folded }.map(\.0)
        return open(among: alike).sorted()
    }

    /// Checks that the text can be that of an update in the file.
    func check(text: String, of path: String) throws {
        do {
            try reader.check(text: text, of: path)
        } catch { throw CommandError(error, in: path) }
    }

    /// Reports what is wrong with the record in the file; errors are refused.
    ///
    /// - Parameter former: the former file, whose warnings are not reported again; `nil` if there was none.
    func check(_ file: SourceFile, changing former: SourceFile?, for console: Console) throws {
        let own = try mistakes(in: file)
        if own.hasErrors {
            throw CommandError("`\(file.path)` would have errors", outcome: .nothingWritten, own)
        }
        try tell(own, of: former, for: console)
    }

    /// Opens the record in the person's editor, then reports what is wrong with it.
    ///
    /// - Parameter former: the former file: see ``check(_:changing:for:)``.
    func edit(_ path: String, changing former: SourceFile?, for console: Console) throws {
        try Editor().open(place(of: path))
        try checkEdited(path, changing: former, for: console)
    }

    /// Reports what is wrong with the record after it was edited.
    private func checkEdited(_ path: String, changing former: SourceFile?, for console: Console) throws {
        // Other files may have changed while it was being edited.
        let site = try AuthoredSite(of: folder, at: now, by: clock, awaitsReview: awaitsReview)
        let own = try site.mistakes(in: site.file(path))
        guard own.hasErrors else { return try site.tell(own, of: former, for: console) }
        throw CommandError(
            "`\(path)` has errors",
            hint: "fix them, then run `allclear check`",
            own
        )
    }
}

private extension AuthoredSite {
    /// The records' titles; empty for those that cannot be read.
    var titles: [String] {
        paths.concurrentMap { path in files.record(path).flatMap { reader.title(of: $0) } ?? "" }
    }

    /// Reports the warnings that a change has caused.
    func tell(_ warnings: [Diagnostic], of former: SourceFile?, for console: Console) throws {
        // Most records have no warning, so there is no need to read the former file.
        let standing = try warnings.isEmpty ? [] : former.map(mistakes) ?? []
        try console.tell(warnings.leavingOut(standing))
    }

    /// Returns what `allclear check` reports about the record in the file.
    ///
    /// Besides the record, reads only those that it links to or that share its address. Reads the whole site only
    /// for the few records that depend on its pages or its public figures.
    func mistakes(in file: SourceFile) throws -> [Diagnostic] {
        let reader = reader.knowing(file.path)
        let parsed = reader.read(file)
        guard !parsed.needsWholeSite else {
            return try SiteReading(of: folder, with: file, at: now, awaitsReview: awaitsReview).diagnostics
                .filter { $0.concerns(file.path) }
        }
        let others = addresses.paths(concerning: parsed).subtracting([file.path])
        let records = others.sorted().map { files.read($0, by: reader) }
        let found = Findings()
        _ = SiteAssembly(of: records + [parsed], configuration: configuration, into: found)
        return found.all.filter { $0.concerns(file.path) }.inOrder
    }
}

extension Diagnostic {
    /// Whether the finding is about the file, or about something that involves it.
    fileprivate func concerns(_ path: String) -> Bool {
        location.path == path || related.contains { $0.location.path == path }
    }
}
