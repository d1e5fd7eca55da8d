import Foundation

/// A place in a site's folder, where a file is or may be made.
struct SitePlace {
    private let path: String
    private let folder: String

    /// - Parameter path: from the site's folder.
    init(_ path: String, in folder: String) {
        (self.path, self.folder) = (path, folder)
    }
}

extension SitePlace {
    /// What the file holds; nothing where there is none. Whatever else is there, nobody may write over it.
    func bytes() throws -> [UInt8]? {
        switch Folder(folder).read(path) {
        case .success(let bytes): return bytes
        case .failure(let failure):
            var status = stat()
            // A link that leads nowhere is there, too.
            if failure.errno == ENOENT, lstat(folder + "/" + path, &status) != 0 { return nil }
            throw Refusal(
                "`\(path)` is there, and cannot be read: \(failure.reason)",
                hint: "nothing was written: move it away, or see to its permissions"
            )
        }
    }

    /// Refuses a folder that is a link out of the site: what is written there would not be the site's.
    func checkFolderStaysInside() throws {
        let parent = URL(filePath: path).deletingLastPathComponent().relativePath
        var status = stat()
        guard lstat(folder + "/" + parent, &status) == 0 else { return }
        guard let root = Self.resolved(folder), let target = Self.resolved(folder + "/" + parent),
            target == root || target.hasPrefix(root == "/" ? root : root + "/")
        else {
            throw Refusal(
                "`\(parent)` is a link that leads out of `\(folder)`, or nowhere",
                hint: "nothing was written: put a folder in its place"
            )
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
