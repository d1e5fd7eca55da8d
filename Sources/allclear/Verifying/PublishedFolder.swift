import Verification

/// The files of a site in a folder. Links are not followed, so that nothing outside of it is read.
struct PublishedFolder: PublishedFiles {
    private let folder: Folder

    init(at path: String) {
        folder = Folder(path)
    }

    func bytes(of path: String) throws(Unreadable) -> [UInt8] {
        guard !folder.hasLink(onTheWayTo: path) else {
            throw Unreadable("`\(path)` lies behind a symbolic link")
        }
        switch folder.read(path, limit: PublishedSite.limit, followingLinks: false) {
        case .success(let bytes) where bytes.count > PublishedSite.limit:
            throw Unreadable("`\(path)` is larger than 64 MB")
        case .success(let bytes): return bytes
        case .failure(let obstacle): throw Unreadable("`\(path)` cannot be read: \(obstacle.reason)")
        }
    }
}
