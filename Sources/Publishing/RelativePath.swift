#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A path below the output directory that cannot lead out of it.
///
/// Paths are compared byte by byte: `String` considers the two encodings of `é` equal, but most file
/// systems tell them apart.
struct RelativePath: Sendable {
    let text: String

    /// Makes a path after checking that a file in the output directory can have it.
    init(_ path: String) throws(PublishingError) {
        var contiguous = path
        contiguous.makeContiguousUTF8()
        if let reason = PublishingError.InvalidPath(of: contiguous.utf8) {
            throw .invalidPath(path, because: reason)
        }
        text = contiguous
    }

    private init(head: Substring) {
        text = String(head)
    }
}

extension RelativePath {
    /// The directory that holds the path, or `nil` if that is the output directory itself.
    var parent: RelativePath? {
        lastSlash.map { RelativePath(head: text[..<$0]) }
    }

    /// Returns the path of the given name in the same directory.
    func sibling(named name: String) -> String {
        lastSlash.map { text[...$0] + name } ?? name
    }

    private var lastSlash: String.Index? {
        text.utf8.lastIndex(of: UInt8(ascii: "/"))
    }
}

extension RelativePath: Hashable, Comparable {
    static func == (one: RelativePath, other: RelativePath) -> Bool {
        one.order(against: other) == 0
    }

    static func < (one: RelativePath, other: RelativePath) -> Bool {
        one.order(against: other) < 0
    }

    func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    private func order(against other: RelativePath) -> Int {
        withBytes { mine in
            other.withBytes { theirs in
                let shared = min(mine.count, theirs.count)
                guard let one = mine.baseAddress, let two = theirs.baseAddress else { return 0 }
                let order = memcmp(one, two, shared)
                return order != 0 ? Int(order) : mine.count - theirs.count
            }
        }
    }

    private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        return text.withUTF8(body)
    }
}
