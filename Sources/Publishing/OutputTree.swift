#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An open output directory. Paths are relative to it, and no operation follows a symbolic link in their
/// last part. Closing it gives up its lock.
///
/// Nothing is flushed to the disk (`fsync`), which would cost more than all the rest of a build. What a
/// killed process has written is safe with the kernel; what a power cut takes, the next build puts back,
/// because it compares every file's bytes.
final class OutputTree: Sendable {
    let root: Int32
    private let name: String
    private let interruption: Interruption?

    /// Opens the directory, and makes it where it is missing.
    ///
    /// - Parameter followingLink: whether it may be a symbolic link to one.
    init(at directory: String, followingLink: Bool, interruption: Interruption?) throws(PublishingError) {
        // A slash behind a link would follow it.
        let directory = directory.withoutSlashesAtEnd
        let refusal = OutputTree.makeDirectories(upTo: directory)
        root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW))
        name = directory
        self.interruption = interruption
        guard root < 0 else { return }
        if [ELOOP, ENOTDIR].contains(errno), OutputTree.isLink(directory) { throw .symbolicLink(directory) }
        // Where there is nothing to open, why it could not be made says more.
        if errno == ENOENT, refusal != EEXIST { throw .system(.create, path: directory, errno: refusal) }
        throw failure(.open, ".")
    }

    deinit {
        if root >= 0 { close(root) }
    }
}

extension OutputTree {
    /// A call before each operation that changes the directory; what it throws ends the build there, as
    /// if it had been killed. For tests alone.
    typealias Interruption = @Sendable () throws(PublishingError) -> Void

    /// What stands at a path.
    enum Entry { case nothing, file, directory, symbolicLink, other }

    func entry(at path: String) throws(PublishingError) -> Entry {
        var status = stat()
        if fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            guard errno == ENOENT || errno == ENOTDIR else { throw failure(.read, path) }
            return .nothing
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    /// Writes a file that is not there. Where that fails, nothing is left of it.
    func create(_ path: String, holding material: borrowing Material) throws(PublishingError) {
        try interruption?()
        let file = openat(root, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(.create, path) }
        do throws(PublishingError) {
            try write(material, to: file, path)
        } catch {
            close(file)
            try? delete(path)
            throw error
        }
        // Some file systems tell of a full disk only here.
        if close(file) != 0, errno != EINTR {
            let error = failure(.write, path)
            try? delete(path)
            throw error
        }
    }

    /// Puts a file in the place of another at once.
    func rename(_ path: String, to place: String) throws(PublishingError) {
        try interruption?()
        guard renameat(root, path, root, place) == 0 else { throw failure(.rename, place) }
    }

    /// Deletes a file; one that is not there is no error.
    func delete(_ path: String) throws(PublishingError) {
        try interruption?()
        guard unlinkat(root, path, 0) == 0 || errno == ENOENT else { throw failure(.delete, path) }
    }

    /// Makes a directory in one that exists.
    func createDirectory(_ path: String) throws(PublishingError) {
        try interruption?()
        guard mkdirat(root, path, 0o777) == 0 else { throw failure(.create, path) }
    }

    /// Deletes a directory if nothing is in it.
    func deleteDirectoryIfEmpty(_ path: String) throws(PublishingError) {
        try interruption?()
        guard unlinkat(root, path, AT_REMOVEDIR) != 0 else { return }
        guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw failure(.delete, path) }
    }

    /// The error that `errno` tells of.
    func failure(_ operation: PublishingError.Operation, _ path: String) -> PublishingError {
        let code = errno
        return .system(operation, path: path == "." ? name : name + "/" + path, errno: code)
    }
}

extension OutputTree {
    private func write(_ material: borrowing Material, to file: Int32, _ path: String) throws(PublishingError)
    {
        try interruption?()
        _ = try material.pieces { piece throws(PublishingError) in
            var rest = piece
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { writeOnce($0, to: file) }
                if count < 0, errno != EINTR { throw failure(.write, path) }
                rest = rest.dropFirst(max(0, count))
            }
            return true
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        let isThere = lstat(path, &status) == 0
        return isThere && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Makes the directory and those above it. What `errno` tells where it is not made: also that it is
    /// there already; what is in its way shows when it is opened.
    private static func makeDirectories(upTo directory: String) -> Int32 {
        guard mkdir(directory, 0o777) != 0 else { return 0 }
        guard errno == ENOENT, let slash = directory.utf8.dropLast().lastIndex(of: UInt8(ascii: "/"))
        else { return errno }
        let refusal = makeDirectories(upTo: String(directory[..<slash]))
        guard refusal == 0 || refusal == EEXIST else { return refusal }
        return mkdir(directory, 0o777) == 0 ? 0 : errno
    }
}

private func writeOnce(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}

extension String {
    fileprivate var withoutSlashesAtEnd: String {
        let kept = utf8.lastIndex { $0 != UInt8(ascii: "/") }.map { self[...$0] }
        return kept.map(String.init) ?? self
    }
}
