import Foundation

/// The state of a file on disk, which differs after the file has been written, replaced or renamed.
///
/// The system sets the time of change: no program can set it back, as it can the time of modification.
struct FileStamp: Equatable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    private let file: UInt64

    /// - Parameter path: the path of the file, relative to where the program runs. A link is followed.
    init(of path: String) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        #if canImport(Darwin)
            let changed = status.st_ctimespec
        #else
            let changed = status.st_ctim
        #endif
        (seconds, nanoseconds) = (Int(changed.tv_sec), Int(changed.tv_nsec))
        (size, file) = (isThere ? Int(status.st_size) : -1, UInt64(status.st_ino))
    }

    /// Whether the next change will produce another stamp: two within one tick of a file system's clock, which can
    /// be as long as two seconds, may look the same.
    var isSettled: Bool { Clock.seconds - seconds > 2 }
}
