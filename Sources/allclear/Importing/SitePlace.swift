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
        switch Folder.site(folder).read(path) {
        case .success(let bytes): return bytes
        case .failure(let failure):
            var status = stat()
            // A link that leads nowhere is there, too.
            if failure == .system(ENOENT), lstat(folder + "/" + path, &status) != 0 { return nil }
            throw CommandError(
                "`\(path)` already exists, but cannot be read: \(failure.reason)",
                hint: "move it away, or check its permissions", outcome: .nothingWritten
            )
        }
    }

    /// Refuses a folder that is a link: what is written there might not be the site's.
    func checkFolderStaysInside() throws {
        guard Folder.site(folder).hasLink(onTheWayTo: path) else { return }
        throw CommandError(.leavesSite, of: path)
    }
}
