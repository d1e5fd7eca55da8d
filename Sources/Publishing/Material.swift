#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An output's bytes, ready to be read: in memory, or in an open file.
struct Material: ~Copyable {
    private let source: Source

    private enum Source {
        case memory([UInt8])
        case file(Int32, name: String)
    }

    /// Renders the bytes, or opens the file.
    init(_ content: Output.Content) throws(PublishingError) {
        source =
            switch content {
            case .rendered(let render): .memory(render())
            case .copied(let name, let open): .file(try open(), name: name)
            }
    }

    deinit {
        if case .file(let descriptor, _) = source { close(descriptor) }
    }
}

extension Material {
    /// Returns the number of bytes.
    func size() throws(PublishingError) -> Int {
        switch source {
        case .memory(let bytes): return bytes.count
        case .file(let descriptor, let name):
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .system(.read, path: name, errno: errno) }
            return Int(status.st_size)
        }
    }

    /// Passes the bytes in pieces to a closure, from the first to the last, until it refuses one.
    ///
    /// - Returns: whether all pieces were taken.
    func pieces(_ take: (ArraySlice<UInt8>) throws(PublishingError) -> Bool) throws(PublishingError) -> Bool {
        switch source {
        case .memory(let bytes): return try take(bytes[...])
        case .file(let descriptor, let name):
            var buffer = [UInt8](repeating: 0, count: Material.pieceSize)
            var position = 0
            while true {
                let count = pread(descriptor, &buffer, buffer.count, off_t(position))
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw .system(.read, path: name, errno: errno) }
                guard count > 0 else { return true }
                guard try take(buffer[..<count]) else { return false }
                position += count
            }
        }
    }

    /// Returns all bytes at once.
    func bytes() throws(PublishingError) -> [UInt8] {
        if case .memory(let bytes) = source { return bytes }
        var all: [UInt8] = []
        _ = try pieces { piece throws(PublishingError) in
            all += piece
            return true
        }
        return all
    }

    private static let pieceSize = 1 << 18
}
