#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An open output directory.
///
/// Paths are relative to the directory, and no operation follows a symbolic link in the last part of a
/// path. Closing the directory releases its lock.
///
/// Nothing is flushed to the disk (`fsync`), which would cost more than all the rest of a build. What a
/// killed process has written is safe with the kernel; what is lost in a power cut, the next build
/// restores, because it compares the bytes of every file.
final class OutputTree: Sendable {
    let root: Int32
    private let name: String
    private let interruption: Interruption?

    /// Opens the directory, and creates it if it is missing.
    ///
    /// - Parameter followingLink: whether the path may be a symbolic link to a directory.
    init(at directory: String, followingLink: Bool, interruption: Interruption?) throws(PublishingError) {
        // With a slash at the end, the link would be followed.
        let directory = directory.withoutSlashesAtEnd
        let refusal = OutputTree.makeDirectories(upTo: directory)
        root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW))
        name = directory
        self.interruption = interruption
        guard root < 0 else { return }
        if [ELOOP, ENOTDIR].contains(errno), OutputTree.isLink(directory) { throw .symbolicLink(directory) }
        // If there is nothing to open, the reason why it could not be created says more.
        if errno == ENOENT, refusal != EEXIST { throw .system(.create, path: directory, errno: refusal) }
        throw failure(.open, ".")
    }

    deinit {
        if root >= 0 { close(root) }
    }
}

extension OutputTree {
    /// A closure that is called before each operation that changes the directory.
    ///
    /// An error that it throws ends the build there, as if the process had been killed. Only tests use it.
    typealias Interruption = @Sendable () throws(PublishingError) -> Void

    /// The kind of file at a path.
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

    /// Writes a file that does not exist yet.
    ///
    /// If that fails, nothing is left of the file.
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
        // Some file systems report a full disk only here.
        if close(file) != 0, errno != EINTR {
            let error = failure(.write, path)
            try? delete(path)
            throw error
        }
    }

    /// Moves a file to the place of another in one step.
    func rename(_ path: String, to place: String) throws(PublishingError) {
        try interruption?()
        guard renameat(root, path, root, place) == 0 else { throw failure(.rename, place) }
    }

    /// Deletes a file, if it exists.
    func delete(_ path: String) throws(PublishingError) {
        try interruption?()
        guard unlinkat(root, path, 0) == 0 || errno == ENOENT else { throw failure(.delete, path) }
    }

    /// Creates a directory in an existing one.
    func createDirectory(_ path: String) throws(PublishingError) {
        try interruption?()
        guard mkdirat(root, path, 0o777) == 0 else { throw failure(.create, path) }
    }

    /// Deletes a directory if it is empty.
    func deleteDirectoryIfEmpty(_ path: String) throws(PublishingError) {
        try interruption?()
        guard unlinkat(root, path, AT_REMOVEDIR) != 0 else { return }
        guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw failure(.delete, path) }
    }

    /// Returns the error that `errno` describes.
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

    /// Creates the directory and those above it.
    ///
    /// - Returns: 0, or the value of `errno` if the directory was not created, even if it already exists.
    ///   If something else is in its way, opening it will fail.
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
