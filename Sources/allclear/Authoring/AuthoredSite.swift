import Diagnostics
import Records
import StatusModel

/// A site that a record is being written for.
struct AuthoredSite {
    let now: Instant
    let configuration: Configuration
    let reader: RecordReader
    /// The records' paths from the site's folder.
    let paths: [String]
    /// The site with its records; nothing where the site's own templates have errors.
    let page: StatusPage?
    /// The site's folder, from where the program runs.
    let folder: String

    init(_ options: SiteOptions) throws {
        (now, folder) = (try options.now(), options.site)
        let reading = try SiteReading(of: folder, at: now)
        guard let configuration = reading.configuration, let reader = reading.reader,
            let paths = reading.records, reading.isWhole
        else { throw Refusal("the site cannot be read", reading.diagnostics) }
        (self.configuration, self.reader, self.paths) = (configuration, reader, paths)
        page = reading.site?.page
    }
}

extension AuthoredSite {
    /// Where a file of the site is, from where the program runs.
    func place(of path: String) -> String {
        folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
    }

    /// The records that go on: incidents that are not resolved, and maintenance to come or under way.
    var openPaths: Set<String> {
        guard let page else { return [] }
        return Set(page.records.filter { $0.phase(at: now)?.isFinal == false }.map { $0.path })
    }

    /// The record at the path, as it stands on the disk.
    func file(_ path: String) throws -> SourceFile {
        guard let file = SiteFolder(folder).record(path) else {
            throw Refusal("`\(place(of: path))` cannot be read", hint: "check its permissions")
        }
        return file
    }

    /// Whether the text can be that of an update in the file.
    func check(text: String, of path: String) throws {
        do {
            try reader.check(text: text, of: path)
        } catch { throw Refusal(error, in: path) }
    }

    /// Reads the site with the record in it, and tells what is wrong with that one: errors are refused.
    ///
    /// Errors of other records are no reason to be silent about an outage; that there are some is said.
    func check(_ file: SourceFile, for console: Console) throws {
        let reading = try SiteReading(of: folder, with: file, at: now)
        let own = reading.diagnostics.filter { $0.concerns(file.path) }
        if own.hasErrors {
            throw Refusal("`\(file.path)` would have errors", hint: "nothing was written", own)
        }
        try console.tell(own)
        let others = reading.diagnostics.count { $0.severity == .error }
        if others > 0 {
            try console.say(
                "elsewhere there are errors (\(others)), and the site is not built: see `allclear check`"
            )
        }
    }

    /// Reads the site once more, and tells all that is wrong with the record as somebody left it.
    func checkEdited(_ path: String, for console: Console) throws {
        let own = try SiteReading(of: folder, at: now).diagnostics.filter { $0.concerns(path) }
        guard own.hasErrors else { return try console.tell(own) }
        throw Refusal(
            "`\(path)` has errors as it stands now",
            hint: "correct it, and look again by `allclear check`",
            own
        )
    }
}

extension Diagnostic {
    /// Whether it is about the file, or about something that the file has to do with.
    fileprivate func concerns(_ path: String) -> Bool {
        location.path == path || related.contains { $0.location.path == path }
    }
}
