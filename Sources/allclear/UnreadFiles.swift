import Diagnostics
import Foundation
import Records

/// Files that may have been meant as records and are not read as such: other names than `*.md` in `incidents/`,
/// and records that lie beside that folder.
struct UnreadFiles {
    private let folder: String

    init(of folder: String) {
        self.folder = folder
    }

    /// Reports each.
    func report(into findings: Findings) {
        for path in files(below: "incidents") where !SiteFolder.isRecord(path) {
            findings.add(Self.otherFile(path))
        }
        for path in strays where looksLikeRecord(path) {
            findings.add(Self.stray(path))
        }
    }
}

private extension UnreadFiles {
    /// The Markdown in the site's own folder, and in folders whose name is nearly that of the records'.
    var strays: [String] {
        names(in: "").flatMap { name -> [String] in
            guard isFolder(name) else { return [name] }
            let isNear = name != "incidents" && editDistance(from: name, to: "incidents") <= 2
            return isNear && !isSymbolicLink(name) ? files(below: name) : []
        }
        .filter { $0.hasSuffix(".md") }
    }

    /// The paths of the files below a folder, without those whose name begins with `_` or `.`, and without
    /// `README.md`. Links are left to what reads records.
    func files(below path: String) -> [String] {
        names(in: path).map { path + "/" + $0 }.flatMap { path -> [String] in
            guard !isSymbolicLink(path) else { return [] }
            return isFolder(path) ? files(below: path) : [path]
        }
    }

    func names(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []
        return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") && $0 != "README.md" }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    func isSymbolicLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

    func kind(of path: String) -> mode_t? {
        var status = stat()
        return lstat(folder + "/" + path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    func looksLikeRecord(_ path: String) -> Bool {
        guard kind(of: path) == S_IFREG,
            case .success(let start) = Folder(folder).read(path, limit: 16 << 10)
        else { return false }
        return SourceFile(path: path, bytes: start).looksLikeRecord
    }
}

private extension UnreadFiles {
    static func otherFile(_ path: String) -> Diagnostic {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        let isPicture = pictures.contains(ending)
        return Diagnostic(
            .warning, .unreadFile, "`\(path)` is not read: records are the files whose name ends in `.md`",
            at: SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: ""),
            hint: isPicture
                ? "put pictures and attachments in `static/`"
                : "if it is a record, rename it to `\(stem(of: name)).md`; if not, begin its name with `_`")
    }

    /// The name without the endings that stand for text.
    static func stem(of name: String) -> String {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        while parts.count > 1, let last = parts.last, texts.contains(last.lowercased()) { parts.removeLast() }
        return parts.joined(separator: ".")
    }

    static func stray(_ path: String) -> Diagnostic {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Diagnostic(
            .warning, .unreadFile,
            "`\(path)` looks like a record and is not read: records lie in `incidents/`",
            at: SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: ""),
            hint: "move it to `incidents/\(name)`")
    }

    static let texts: Set<String> = ["md", "markdown", "mdown", "mkd", "mdx", "txt", "text", "rtf", "md~"]
    static let pictures: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "heic", "pdf", "csv", "log", "zip", "mp4", "mov",
    ]
}
