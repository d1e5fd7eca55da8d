import Diagnostics
import Records

/// A site's folder on disk: where `status.yml`, records, templates and static files are, and how they are
/// read.
struct SiteFolder {
    private let folder: Folder
    /// A record that stands on the disk in another form, or not yet.
    private let unsaved: SourceFile?

    init(_ path: String, with unsaved: SourceFile? = nil) {
        (folder, self.unsaved) = (Folder(path), unsaved)
    }

    /// `status.yml`.
    func configuration(into diagnostics: inout [Diagnostic]) -> SourceFile? {
        let name = "status.yml"
        switch folder.read(name, limit: Self.largestText) {
        case .success(let bytes): return SourceFile(path: name, bytes: bytes)
        case .failure(let error):
            diagnostics.append(
                Diagnostic(
                    .error,
                    .missingConfiguration,
                    "`\(folder.path)/\(name)` cannot be read: \(error.reason)",
                    at: Self.top(of: name),
                    hint: "name the site's folder by `--site`; it holds `status.yml` and `incidents/`; "
                        + "`allclear init` makes a new one"
                )
            )
            return nil
        }
    }

    /// `status.yml`; nothing where it cannot be read.
    var existingConfiguration: SourceFile? { record("status.yml") }

    /// The paths of the records: `incidents/**/*.md`, without those whose name begins with `_` or `.`, and
    /// without `README.md`.
    func records(into diagnostics: inout [Diagnostic]) -> [String] {
        let found = paths(below: "incidents", into: &diagnostics, skipping: Self.isNoRecord)
            .filter { $0.hasSuffix(".md") }
        guard let unsaved, !found.contains(unsaved.path) else { return found }
        return found + [unsaved.path]
    }

    /// Whether the path of a file below `incidents/` is that of a record.
    static func isRecord(_ path: String) -> Bool {
        path.hasSuffix(".md") && !path.split(separator: "/").contains { isNoRecord(String($0)) }
    }

    /// A record, read from disk and parsed at once: no file's bytes are kept.
    func read(_ path: String, by reader: RecordReader) -> ParsedRecord {
        if let unsaved, unsaved.path == path { return reader.read(unsaved) }
        switch folder.read(path, limit: Self.largestText) {
        case .success(let bytes): return reader.read(SourceFile(path: path, bytes: bytes))
        case .failure(let error): return ParsedRecord(unreadable: path, because: error.reason)
        }
    }

    /// A record once more; nothing where it cannot be read.
    func record(_ path: String) -> SourceFile? {
        guard case .success(let bytes) = folder.read(path, limit: Self.largestText) else { return nil }
        return SourceFile(path: path, bytes: bytes)
    }

    /// The site's own templates and assets, by their path in `site-templates/`.
    func templates(into diagnostics: inout [Diagnostic]) -> [String: SourceFile] {
        let prefix = "site-templates/"
        var files: [String: SourceFile] = [:]
        for path in templatePaths(into: &diagnostics) {
            guard let bytes = bytes(of: path, into: &diagnostics) else { continue }
            files[String(path.dropFirst(prefix.count))] = SourceFile(path: path, bytes: bytes)
        }
        return files
    }

    /// What is copied as it is.
    func staticFiles(into diagnostics: inout [Diagnostic]) -> [LoadedSite.StaticFile] {
        staticPaths(into: &diagnostics).compactMap { path in
            bytes(of: path, into: &diagnostics)
                .map { LoadedSite.StaticFile(path: String(path.dropFirst("static/".count)), bytes: $0) }
        }
    }

    /// The paths of all files that a site is read from.
    var sources: [String] {
        var ignored: [Diagnostic] = []
        return ["status.yml"] + records(into: &ignored) + templatePaths(into: &ignored)
            + staticPaths(into: &ignored)
    }
}

private extension SiteFolder {
    /// Whether a file or folder of that name holds no records.
    static func isNoRecord(_ name: String) -> Bool {
        name.hasPrefix("_") || name.hasPrefix(".") || name == "README.md"
    }

    /// A little more than is read, so that the reader sees that a file is too large.
    static let largestText = 1 << 20

    func templatePaths(into diagnostics: inout [Diagnostic]) -> [String] {
        paths(below: "site-templates", into: &diagnostics) { $0.hasPrefix(".") }
    }

    /// Names that begin with a dot are copied too: `.well-known` is one.
    func staticPaths(into diagnostics: inout [Diagnostic]) -> [String] {
        paths(below: "static", into: &diagnostics) {
            $0 == ".DS_Store" || $0 == ".gitignore" || $0 == ".gitkeep"
        }
    }

    func paths(
        below name: String,
        into diagnostics: inout [Diagnostic],
        skipping isSkipped: (String) -> Bool
    ) -> [String] {
        folder.files(below: name, skipping: isSkipped).compactMap { entry in
            guard entry.leavesFolder else { return entry.path }
            diagnostics.append(
                Diagnostic(
                    .error,
                    .linkLeavesSite,
                    "`\(entry.path)` is a symbolic link that leads out of the site, or nowhere",
                    at: Self.top(of: entry.path),
                    hint: "put what it leads to in its place"
                )
            )
            return nil
        }
    }

    func bytes(of path: String, into diagnostics: inout [Diagnostic]) -> [UInt8]? {
        switch folder.read(path) {
        case .success(let bytes): return bytes
        case .failure(let error):
            diagnostics.append(
                Diagnostic(
                    .error,
                    .unreadableFile,
                    "`\(path)` cannot be read: \(error.reason)",
                    at: Self.top(of: path),
                    hint: "see to its permissions"
                )
            )
            return nil
        }
    }

    static func top(of path: String) -> SourceLocation {
        SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: "")
    }
}
