import Diagnostics
import Foundation
import Records
import StatusModel

/// A site's folder on disk: it locates and reads `status.yml`, records, templates and static files.
struct SiteFolder {
    private let folder: Folder
    /// A record that is on the disk with other contents, or not yet.
    private let unsaved: SourceFile?

    init(_ path: String, with unsaved: SourceFile? = nil) {
        (folder, self.unsaved) = (Folder.site(path), unsaved)
    }

    /// The repository that contains the folder.
    var git: Git { Git(at: folder.path) }

    /// Returns `status.yml`.
    func configuration(into findings: Findings) -> SourceFile? {
        let name = "status.yml"
        switch folder.read(name, limit: Self.largestText, followingLinks: false) {
        case .success(let bytes): return SourceFile(path: name, bytes: bytes)
        case .failure(let obstacle):
            findings.error(
                .missingConfiguration, at: .top(of: name),
                "`\(folder.path)/\(name)` cannot be read: \(obstacle.reason)",
                hint: "go to the site's folder or name it with `--site`; "
                    + "to set up a new site, run `allclear init`")
            return nil
        }
    }

    /// Returns `status.yml`, or `nil` if it does not exist.
    func existingConfiguration() throws -> SourceFile? {
        let name = "status.yml"
        switch folder.read(name, limit: Self.largestText, followingLinks: false) {
        case .success(let bytes): return SourceFile(path: name, bytes: bytes)
        case .failure(.system(ENOENT)): return nil
        case .failure(let obstacle):
            throw CommandError("`\(name)` cannot be read: \(obstacle.reason)", outcome: .nothingWritten)
        }
    }

    /// Returns the paths of the records: `incidents/**/*.md`, without those whose name begins with `_` or `.`, and
    /// without `README.md`.
    func records(into findings: Findings) -> [String] {
        let found = paths(below: "incidents", into: findings, skipping: Self.isNoRecord)
            .filter { $0.hasSuffix(".md") }
        guard let unsaved, !found.contains(unsaved.path) else { return found }
        return found + [unsaved.path]
    }

    /// Whether the path of a file below `incidents/` is that of a record.
    static func isRecord(_ path: String) -> Bool {
        path.hasSuffix(".md") && !path.split(separator: "/").contains { isNoRecord(String($0)) }
    }

    /// Whether a file below `static/` is copied.
    static func isStaticFile(_ path: String) -> Bool {
        !path.split(separator: "/").contains { isNotCopied(String($0)) }
    }

    /// Reads a record from disk and parses it at once: no file's bytes are kept.
    ///
    /// - Parameter cache: provides what was parsed before, and stores what is parsed now.
    func read(_ path: String, by reader: RecordReader, _ cache: RecordCache? = nil) -> ParsedRecord {
        if let unsaved, unsaved.path == path { return reader.read(unsaved) }
        let stamp = cache.map { _ in FileStamp(of: folder.path + "/" + path) }
        if let stamp, let source = cache?.source(at: path, standing: stamp) { return reader.judge(source) }
        switch folder.read(path, limit: Self.largestText) {
        case .success(let bytes):
            let source = reader.parse(SourceFile(path: path, bytes: bytes))
            if let stamp, stamp.isSettled { cache?.keep(source, at: path, standing: stamp) }
            return reader.judge(source)
        case .failure(let obstacle): return ParsedRecord(unreadable: path, because: obstacle.reason)
        }
    }

    /// Returns a record's file again, or `nil` if it cannot be read.
    func record(_ path: String) -> SourceFile? {
        guard case .success(let bytes) = folder.read(path, limit: Self.largestText) else { return nil }
        return SourceFile(path: path, bytes: bytes)
    }

    /// Returns the ledgers of alerts: `alerts/*.csv`, in the order of their names.
    func ledgers(into findings: Findings) -> [SourceFile] {
        paths(below: Self.ledgerFolder, into: findings, skipping: Self.isNoLedger)
            .filter { $0.hasSuffix(".csv") }
            .compactMap { path in bytes(of: path, into: findings).map { SourceFile(path: path, bytes: $0) } }
    }

    /// Returns the site's own templates and assets, by their paths in `site-templates/`.
    func templates(into findings: Findings) -> [String: SourceFile] {
        let prefix = "site-templates/"
        var files: [String: SourceFile] = [:]
        for path in templatePaths(into: findings) {
            guard let bytes = bytes(of: path, into: findings) else { continue }
            files[String(path.dropFirst(prefix.count))] = SourceFile(path: path, bytes: bytes)
        }
        return files
    }

    /// Returns the files that are copied unchanged.
    ///
    /// They are not read before they are copied.
    func staticFiles(into findings: Findings) -> [LoadedSite.StaticFile] {
        staticPaths(into: findings).map { path in
            LoadedSite.StaticFile(path: String(path.dropFirst("static/".count)), source: path, folder: folder)
        }
    }

    /// Returns the brand's icon, which becomes part of the status icons.
    func icon(of brand: StatusPage.Brand?, into findings: Findings) -> [UInt8]? {
        brand?.icon.flatMap { bytes(of: "static/" + $0, into: findings) }
    }

    /// The paths of everything from which a site is read, including what cannot be read.
    var sources: [String] { ["status.yml"] + parts.flatMap(folder.files).map(\.path) }

    /// The folders that contain all of that, with links followed.
    var sourceFolders: [String] { [folder.path] + parts.flatMap(folder.folders) }

    private var parts: [(below: String, skipping: (String) -> Bool)] {
        [
            ("incidents", Self.isNoRecord), ("site-templates", Self.isNoTemplate),
            ("static", Self.isNotCopied), (Self.ledgerFolder, Self.isNoLedger),
        ]
    }
}

private extension SiteFolder {
    static let ledgerFolder = "alerts"

    static func isNoLedger(_ name: String) -> Bool { name.hasPrefix("_") || name.hasPrefix(".") }

    /// Whether a file or folder of that name holds no records.
    static func isNoRecord(_ name: String) -> Bool {
        name.hasPrefix("_") || name.hasPrefix(".") || name == "README.md"
    }

    /// The size limit of files, in bytes.
    ///
    /// One more is read, so that the reader can report that a file is too large.
    static let largestText = 1 << 20

    func templatePaths(into findings: Findings) -> [String] {
        paths(below: "site-templates", into: findings, skipping: Self.isNoTemplate)
    }

    func staticPaths(into findings: Findings) -> [String] {
        paths(below: "static", into: findings, skipping: Self.isNotCopied)
    }

    static func isNoTemplate(_ name: String) -> Bool { name.hasPrefix(".") }

    /// Whether a file or folder of that name is not copied.
    ///
    /// Names that begin with a period, such as `.well-known`, are.
    static func isNotCopied(_ name: String) -> Bool {
        name == ".DS_Store" || name == ".gitignore" || name == ".gitkeep"
    }

    func paths(
        below name: String,
        into findings: Findings,
        skipping isSkipped: @escaping (String) -> Bool
    ) -> [String] {
        entries(below: name, skipping: isSkipped).compactMap { entry in
            guard let obstacle = entry.obstacle else { return entry.path }
            findings.add(obstacle.diagnostic(at: entry.path))
            return nil
        }
    }

    func entries(below name: String, skipping isSkipped: @escaping (String) -> Bool) -> [Folder.Entry] {
        folder.files(below: name, skipping: isSkipped)
    }

    func bytes(of path: String, into findings: Findings) -> [UInt8]? {
        switch folder.read(path) {
        case .success(let bytes): return bytes
        case .failure(let obstacle):
            findings.add(obstacle.diagnostic(at: path))
            return nil
        }
    }
}
