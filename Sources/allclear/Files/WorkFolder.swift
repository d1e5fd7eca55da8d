import Foundation

/// A folder in which files are written completely or not at all, and flushed to the disk.
///
/// Other writers wait meanwhile. So any incomplete file that is found in it was left by a run that was killed, and
/// is deleted.
final class WorkFolder {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

extension WorkFolder {
    /// Opens the folder that was named, following links.
    static func opened(_ path: String) throws(CarefulWriting.Failure) -> WorkFolder {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .ofSystem }
        return WorkFolder(descriptor)
    }

    /// Opens a folder in it, which must not be a link.
    func folder(_ name: String) throws(CarefulWriting.Failure) -> WorkFolder {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner < 0 else { return WorkFolder(inner) }
        let failure = CarefulWriting.Failure.ofSystem
        guard self.status(of: name)?.st_mode.isLink != true else { throw .leavesSite }
        throw failure
    }

    /// Creates a folder in it, unless it exists.
    ///
    /// - Returns: whether it was created.
    func make(_ name: String) throws(CarefulWriting.Failure) -> Bool {
        guard mkdirat(descriptor, name, 0o777) == 0 else {
            guard errno == EEXIST else { throw .ofSystem }
            return false
        }
        return true
    }

    /// Keeps other writers out until the folder is closed, and deletes what killed writers left.
    ///
    /// A disk without locks is no reason not to report an outage.
    func lock() {
        while flock(descriptor, LOCK_EX) != 0 { guard errno == EINTR else { return } }
        for name in leftovers { unlinkat(descriptor, name, 0) }
    }

    /// Writes a file under a name that nothing reads.
    func write(_ bytes: [UInt8], mode: mode_t? = nil) throws(CarefulWriting.Failure) -> String {
        for attempt in 0..<100 {
            // No record's name begins with a period.
            let name = "\(Self.prefix)\(attempt)\(Self.suffix)"
            let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            if file < 0, errno == EEXIST { continue }
            guard file >= 0 else { throw .ofSystem }
            do throws(CarefulWriting.Failure) {
                try Self.finish(file, with: bytes, mode: mode)
            } catch {
                remove(name)
                throw error
            }
            return name
        }
        throw .system(String(cString: strerror(EEXIST)))
    }

    /// Gives the written file its name, which must be free.
    func place(_ written: String, as name: String) throws(CarefulWriting.Failure) {
        guard linkat(descriptor, written, descriptor, name, 0) == 0 else {
            guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else {
                throw errno == EEXIST ? .exists : .ofSystem
            }
            // The disk does not support hard links. Only a program that ignores the lock could interfere here.
            guard status(of: name) == nil else { throw .exists }
            return try exchange(name, for: written)
        }
        guard unlinkat(descriptor, written, 0) == 0 else {
            let failure = CarefulWriting.Failure.ofSystem
            remove(name)
            throw failure
        }
    }

    /// Replaces the file of that name with the written one.
    func exchange(_ name: String, for written: String) throws(CarefulWriting.Failure) {
        guard renameat(descriptor, written, descriptor, name) == 0 else { throw .ofSystem }
    }

    /// Flushes the changed names to the disk.
    func sync() throws(CarefulWriting.Failure) {
        // Some network drives have already done so, and report that it cannot be requested.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .ofSystem }
    }

    /// Deletes a written file.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Returns the contents of a file in the folder.
    func bytes(of name: String) throws(CarefulWriting.Failure) -> [UInt8] {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .ofSystem }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .ofSystem }
        do {
            // One byte more, because a file that has grown must not be taken for the same.
            return try Folder.read(Int(status.st_size) + 1, from: file).get()
        } catch { throw .system(error.reason) }
    }
}

private extension WorkFolder {
    static let prefix = ".allclear-"
    static let suffix = ".tmp"

    var leftovers: [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { return [] }
        guard let directory = fdopendir(copy) else {
            close(copy)
            return []
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = Walk.File(entry).name
            let middle = name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)
            let isOurs = name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix)
            if isOurs, middle.allSatisfy({ $0.isNumber || $0 == "-" }) { names.append(name) }
        }
        return names
    }

    /// Writes all bytes, flushes them to the disk, and closes the file.
    static func finish(_ file: Int32, with bytes: [UInt8], mode: mode_t?) throws(CarefulWriting.Failure) {
        var failure: Int32 = 0
        if let mode, fchmod(file, mode) != 0 { failure = errno }
        var rest = bytes[...]
        while failure == 0, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { failure = errno }
            rest = rest.dropFirst(max(0, count))
        }
        if failure == 0, fsync(file) != 0 { failure = errno }
        // Some disks report only here that they are full.
        if close(file) != 0, failure == 0, errno != EINTR { failure = errno }
        guard failure == 0 else { throw .system(String(cString: strerror(failure))) }
    }
}

extension mode_t {
    fileprivate var isLink: Bool { self & S_IFMT == S_IFLNK }
}
