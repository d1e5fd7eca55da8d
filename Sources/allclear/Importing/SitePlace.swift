import Foundation

/// A path in a site's folder where a file exists or may be created.
struct SitePlace {
    private let path: String
    private let folder: String

    /// - Parameter path: the path relative to the site's folder.
    init(_ path: String, in folder: String) {
        (self.path, self.folder) = (path, folder)
    }
}

extension SitePlace {
    /// Returns the contents of the file, or `nil` if nothing exists there.
    ///
    /// Anything else must not be overwritten.
    func bytes() throws -> [UInt8]? {
        switch Folder.site(folder).read(path) {
        case .success(let bytes): return bytes
        case .failure(let failure):
            var status = stat()
            // A link that points to nothing exists, too.
            if failure == .system(ENOENT), lstat(folder + "/" + path, &status) != 0 { return nil }
            throw CommandError(
                "`\(path)` already exists, but cannot be read: \(failure.reason)",
                hint: "move it elsewhere, or check its permissions", outcome: .nothingWritten
            )
        }
    }

    /// Refuses a folder that is a link: what is written there might not be part of the site.
    func checkFolderStaysInside() throws {
        guard Folder.site(folder).hasLink(onTheWayTo: path) else { return }
        throw CommandError(.leavesSite, of: path)
    }
}
