import Diagnostics
import Foundation
import Records

/// Files that may have been meant as records but are not read as such: files in `incidents/` with names other than
/// `*.md`, and records outside of that folder.
struct UnreadFiles {
    private let folder: String

    init(of folder: String) {
        self.folder = folder
    }

    var all: [CheckedSite.UnreadFile] {
        let misnamed = files(below: "incidents").filter { !SiteFolder.isRecord($0) }
        return misnamed.map { .misnamed(path: $0) }
            + strays.filter(looksLikeRecord).map { .misplaced(path: $0) }
    }
}

private extension UnreadFiles {
    /// The Markdown files in the site's own folder, and in folders with a name similar to `incidents`.
    var strays: [String] {
        names(in: "").flatMap { name -> [String] in
            guard isFolder(name) else { return [name] }
            let isNear = name != "incidents" && editDistance(from: name, to: "incidents", atMost: 2) != nil
            return isNear && !isSymbolicLink(name) ? files(below: name) : []
        }
        .filter { $0.hasSuffix(".md") }
    }

    /// Returns the paths of the files below a folder, without those whose name begins with `_` or `.`, and without
    /// `README.md`.
    ///
    /// Links are handled by the code that reads records.
    func files(below path: String) -> [String] {
        names(in: path).map { path + "/" + $0 }.flatMap { path -> [String] in
            guard !isSymbolicLink(path) else { return [] }
            return isFolder(path) ? files(below: path) : [path]
        }
    }

    func names(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []
        return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") && $0 != "README.md" }
            .sorted { $0.precedes($1) }
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
