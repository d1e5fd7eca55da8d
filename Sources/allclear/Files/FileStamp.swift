import Foundation

/// How a file stands on disk: another one once it has been written, replaced or renamed.
///
/// The time of change is the system's own: no program can put it back, as it can the time of writing.
struct FileStamp: Equatable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    private let file: UInt64

    /// - Parameter path: where the file is, from where the program runs. A link stands for what it leads to.
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

    /// Whether the next change will make another stamp of it: two within one tick of a file system's clock, which can be
    /// as long as two seconds, may look the same.
    var isSettled: Bool { Clock.seconds - seconds > 2 }
}
