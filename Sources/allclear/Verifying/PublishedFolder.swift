import Foundation
import Verification

/// The files of a site in a folder.
///
/// Links are not followed, so that nothing outside of it is read.
final class PublishedFolder: PublishedFiles {
    private let folder: Folder
    /// The number of bytes that were read.
    private var size = 0

    init(at path: String) {
        folder = Folder(path)
    }

    /// The paths of all files, including those that cannot be read, except those that builds and git keep for
    /// themselves.
    var paths: [String] {
        let isKept = { (name: String) in name == ".allclear-manifest" || Folder.isOfGit(name) }
        return folder.files(below: ".", skipping: isKept).map { entry in
            entry.path.hasPrefix("./") ? String(entry.path.dropFirst(2)) : entry.path
        }
    }

    func bytes(of path: String) throws(Unreadable) -> [UInt8] {
        guard size <= PublishedSite.totalLimit else {
            throw Unreadable("`\(path)` was not read: the site is larger than 1 GiB")
        }
        guard !folder.hasLink(onTheWayTo: path) else {
            throw Unreadable("`\(path)` is behind a symbolic link")
        }
        switch folder.read(path, limit: PublishedSite.limit, followingLinks: false) {
        case .success(let bytes) where bytes.count > PublishedSite.limit:
            throw Unreadable("`\(path)` is larger than 64 MiB")
        case .success(let bytes):
            size += bytes.count
            return bytes
        case .failure(.system(ENOENT)), .failure(.system(ENOTDIR)): throw Unreadable("`\(path)` is missing")
        case .failure(let obstacle): throw Unreadable("`\(path)` cannot be read: \(obstacle.reason)")
        }
    }
}
