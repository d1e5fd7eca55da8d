import Foundation

/// How the files of a site stand on disk: equal as long as none is written, added, removed or renamed.
///
/// Looking at each file, again and again, needs no help from the system, and so is the same on all of
/// them, in containers and on network drives.
struct SiteStamps: Equatable {
    private let stamps: [Stamp]

    init(of folder: String) {
        stamps = SiteFolder(folder).sources.map { Stamp(of: $0, in: folder) }
    }
}

private extension SiteStamps {
    /// The time of change is the system's own: no program can put it back, as it can the time of writing.
    struct Stamp: Equatable {
        let path: String
        let seconds: Int
        let nanoseconds: Int
        let size: Int
        let file: UInt64

        init(of path: String, in folder: String) {
            var status = stat()
            let isThere = stat(folder + "/" + path, &status) == 0
            #if canImport(Darwin)
                let changed = status.st_ctimespec
            #else
                let changed = status.st_ctim
            #endif
            self.path = path
            (seconds, nanoseconds) = (Int(changed.tv_sec), Int(changed.tv_nsec))
            (size, file) = (isThere ? Int(status.st_size) : -1, UInt64(status.st_ino))
        }
    }
}
