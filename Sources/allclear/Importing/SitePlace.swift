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
        guard !Folder(folder).holds(path) else { return }
        let parent = URL(filePath: path).deletingLastPathComponent().relativePath
        throw Refusal(
            "`\(parent)` is a link that leads out of `\(folder)`, or nowhere",
            hint: "nothing was written: put a folder in its place"
        )
    }
}
