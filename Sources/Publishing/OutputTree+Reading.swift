#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension OutputTree {
    /// Whether a file holds exactly these bytes; a symbolic link does not.
    func file(_ path: String, holds material: borrowing Material) throws(PublishingError) -> Bool {
        let file = openat(root, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if [ELOOP, ENOENT, ENXIO].contains(errno) { return false }
            throw failure(.read, path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(.read, path) }
        let size = try material.size()
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == size else { return false }
        return try material.pieces { piece throws(PublishingError) in
            guard let isEqual = compare(file, with: piece) else { throw failure(.read, path) }
            return isEqual
        }
    }

    /// Returns all bytes of a file, or `nil` if it does not exist.
    func bytes(of path: String) throws(PublishingError) -> [UInt8]? {
        let file = openat(root, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(.read, path)
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        while true {
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(file, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw failure(.read, path) }
            bytes += chunk.prefix(max(0, count))
        }
    }

    /// Returns the names in a directory that satisfy the condition.
    func names(
        in directory: String,
        where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(PublishingError) -> [String] {
        let handle = openat(root, directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard handle >= 0 else { throw failure(.read, directory) }
        guard let stream = fdopendir(handle) else {
            close(handle)
            throw failure(.read, directory)
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            if let name = name(of: entry, where: isWanted) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw failure(.read, directory) }
        return names
    }
}

extension OutputTree {
    /// Whether the file continues with these bytes; `nil` if it cannot be read.
    private func compare(_ file: Int32, with bytes: ArraySlice<UInt8>) -> Bool? {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            var rest = bytes
            while !rest.isEmpty {
                let count = read(file, buffer.baseAddress, min(buffer.count, rest.count))
                if count < 0, errno == EINTR { continue }
                if count < 0 { return nil }
                guard count > 0, rest.begins(with: buffer, count) else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Reads the name in place: copying an entry's tuple of 256 bytes for each file would be slow.
    private func name(
        of entry: UnsafeMutablePointer<dirent>,
        where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> String? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
        var length = 0
        while start[length] != 0 { length += 1 }
        let bytes = UnsafeBufferPointer(start: start, count: length)
        return isWanted(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
    }
}

extension ArraySlice<UInt8> {
    fileprivate func begins(with buffer: UnsafeMutableRawBufferPointer, _ count: Int) -> Bool {
        guard let start = buffer.baseAddress, count <= self.count else { return false }
        return withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp($0, start, count) == 0 } ?? false
        }
    }
}
