import Foundation

/// A folder that files are written in: whole, or not at all, and through to the disk.
///
/// Whoever else writes in it waits meanwhile. So whatever half a file is found there was left by a run that was
/// killed, and goes.
final class WorkFolder {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

extension WorkFolder {
    /// Opens the folder, which may be behind links: it is the one that was named.
    static func opened(_ path: String) throws(CarefulWriting.Failure) -> WorkFolder {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .ofSystem }
        return WorkFolder(descriptor)
    }

    /// Opens a folder in it; a link is none.
    func folder(_ name: String) throws(CarefulWriting.Failure) -> WorkFolder {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner < 0 else { return WorkFolder(inner) }
        let failure = CarefulWriting.Failure.ofSystem
        guard self.status(of: name)?.st_mode.isLink != true else { throw .leavesSite }
        throw failure
    }

    /// Makes a folder in it, unless it is there.
    ///
    /// - Returns: whether it was made.
    func make(_ name: String) throws(CarefulWriting.Failure) -> Bool {
        guard mkdirat(descriptor, name, 0o777) == 0 else {
            guard errno == EEXIST else { throw .ofSystem }
            return false
        }
        return true
    }

    /// Keeps other writers out until it is closed, and clears up behind those that were killed. A disk that knows no
    /// locks is no reason to be silent about an outage.
    func lock() {
        while flock(descriptor, LOCK_EX) != 0 { guard errno == EINTR else { return } }
        for name in leftovers { unlinkat(descriptor, name, 0) }
    }

    /// Writes a file under a name that nothing reads.
    func write(_ bytes: [UInt8], mode: mode_t? = nil) throws(CarefulWriting.Failure) -> String {
        for attempt in 0..<100 {
            // The name begins with a dot: no record's does.
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

    /// Gives what was written the name that nothing has.
    func place(_ written: String, as name: String) throws(CarefulWriting.Failure) {
        guard linkat(descriptor, written, descriptor, name, 0) == 0 else {
            guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(errno) else {
                throw errno == EEXIST ? .exists : .ofSystem
            }
            // A disk that knows no second names. Only who keeps to no lock could come between.
            guard status(of: name) == nil else { throw .exists }
            return try exchange(name, for: written)
        }
        guard unlinkat(descriptor, written, 0) == 0 else {
            let failure = CarefulWriting.Failure.ofSystem
            remove(name)
            throw failure
        }
    }

    /// Puts what was written in the place of the file of that name.
    func exchange(_ name: String, for written: String) throws(CarefulWriting.Failure) {
        guard renameat(descriptor, written, descriptor, name) == 0 else { throw .ofSystem }
    }

    /// Has the disk keep the names that were given and taken.
    func sync() throws(CarefulWriting.Failure) {
        // Some network drives have it done already, and say that it cannot be asked for.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .ofSystem }
    }

    /// Takes back what was written.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    func status(of name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// What a file of the folder holds.
    func bytes(of name: String) throws(CarefulWriting.Failure) -> [UInt8] {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .ofSystem }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .ofSystem }
        do {
            // One more, lest a file that has grown pass for the same.
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

    /// Writes all of it through to the disk, and closes the file.
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
        // Some disks tell only here that they are full.
        if close(file) != 0, failure == 0, errno != EINTR { failure = errno }
        guard failure == 0 else { throw .system(String(cString: strerror(failure))) }
    }
}

extension mode_t {
    fileprivate var isLink: Bool { self & S_IFMT == S_IFLNK }
}
