#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension OutputTree {
    /// Keeps other builds out of the directory until it is closed, and calls `waiting` once if there is one
    /// in it.
    ///
    /// The lock is on the directory itself, so that no lock file appears in the published site. If the file
    /// system has no such locks (NFS requires a file that is open for writing), the build continues without
    /// one.
    func lock(waiting: () -> Void) throws(PublishingError) {
        guard try !takeLock(LOCK_EX | LOCK_NB) else { return }
        waiting()
        _ = try takeLock(LOCK_EX)
    }

    private func takeLock(_ operation: Int32) throws(PublishingError) -> Bool {
        while flock(root, operation) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return false
            case EBADF, EINVAL, ENOLCK, ENOTSUP, EOPNOTSUPP: return true
            default: throw failure(.lock, ".")
            }
        }
        return true
    }
}
