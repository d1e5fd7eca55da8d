/// Why something that was published cannot be read.
public struct Unreadable: Error, Equatable {
    /// The reason, as in "there is no `now`".
    public let reason: String

    /// Gives the reason.
    public init(_ reason: String) {
        self.reason = reason
    }
}

/// Where a site's files are read from.
public protocol PublishedFiles {
    /// A file's bytes.
    ///
    /// - Parameter path: the file's path from the site's root. It is one that every site has, or is made of the names of
    ///   the site's components, groups, periods and records; see ``SafePath``.
    func bytes(of path: String) throws(Unreadable) -> [UInt8]
}

/// Makes sure that a name which was published can only be a part of a path.
enum SafePath {
    /// The path, if each of its parts consists of `[a-z0-9._-]` and is neither `.` nor `..`.
    static func checked(_ path: String) throws(Unreadable) -> String {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts {
            let isPlain = part.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "._-Q".utf8.contains(byte)
            }
            guard isPlain, !part.isEmpty, !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8)
            else {
                throw Unreadable("`\(path)` is not a path that Allclear writes")
            }
        }
        return path
    }
}
