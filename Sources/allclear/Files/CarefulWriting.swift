import Foundation

/// Writes files so that nobody's work is lost: a new one only where none is, a changed one whole or not at all.
enum CarefulWriting {
    /// Why nothing was written.
    enum Failure: Error {
        /// There is such a file already.
        case exists
        /// It is not what was read any more.
        case changed
        /// A symbolic link on the way to it leads out of the site.
        case leavesSite
        /// The system's own words.
        case system(String)
    }

    /// Makes the file, and the folders above it, all of them within the site's folder.
    static func create(_ path: String, in site: String, with bytes: [UInt8]) throws(Failure) {
        guard Folder(site).holds(path) else { throw .leavesSite }
        let path = site + "/" + path
        let folder = URL(filePath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw .system(error.localizedDescription) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .system(reason) }
        try finish(descriptor, at: path, with: bytes)
    }

    /// Puts the bytes in place of those that were read, with the file's permissions; a link stays a link.
    static func replace(_ path: String, reading old: [UInt8], with bytes: [UInt8]) throws(Failure) {
        guard let resolved = realpath(path, nil) else { throw .system(reason) }
        defer { free(resolved) }
        let target = String(cString: resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw .system(reason) }
        let folder = URL(filePath: target).deletingLastPathComponent().path
        // `mkstemp` puts letters in place of the six at the end. The name begins with a dot: no record's does.
        var name = Array((folder + "/.allclear-XXXXXX").utf8CString)
        let descriptor = mkstemp(&name)
        let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw .system(reason) }
        fchmod(descriptor, status.st_mode & 0o7777)
        try finish(descriptor, at: temporary, with: bytes)
        do {
            try exchange(target, holding: old, for: temporary, in: folder)
        } catch {
            unlink(temporary)
            throw error
        }
    }
}

private extension CarefulWriting {
    static var reason: String { String(cString: strerror(errno)) }

    /// Puts the other file in place of the one that still holds what was read. Whoever else writes in the
    /// folder waits meanwhile, or the two could take the same file for unchanged. A disk that knows no locks
    /// is no reason to be silent about an outage.
    static func exchange(_ target: String, holding old: [UInt8], for temporary: String, in folder: String)
        throws(Failure)
    {
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .system(reason) }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0, errno == EINTR {}
        guard case .success(old) = Folder(folder).read(URL(filePath: target).lastPathComponent) else {
            throw .changed
        }
        guard rename(temporary, target) == 0 else { throw .system(reason) }
    }

    /// Writes all of it through to the disk, or leaves no file.
    static func finish(_ descriptor: Int32, at path: String, with bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == bytes.count && fsync(descriptor) == 0
        let failure = Failure.system(reason)
        guard close(descriptor) == 0, isWhole else {
            unlink(path)
            throw failure
        }
    }
}
