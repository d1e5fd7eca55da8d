/// Why something that was published cannot be read.
public struct Unreadable: Error, Equatable {
    /// The reason, as in "there is no `now`".
    public let reason: String
    /// A way to solve it; `nil` if none is known.
    public let hint: String?

    /// Gives the reason, and what can be done about it.
    public init(_ reason: String, hint: String? = nil) {
        (self.reason, self.hint) = (reason, hint)
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
    /// The path, if each of its parts consists of `[a-z0-9._-]` and of other scripts' letters and digits, and is neither
    /// `.` nor `..`.
    static func checked(_ path: String) throws(Unreadable) -> String {
        let parts = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        for part in parts {
            guard part.allSatisfy(isPlain), !part.isEmpty, ![".", ".."].contains(String(part)) else {
                throw Unreadable("`\(path)` is not a path that Allclear writes")
            }
        }
        return path
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else {
            return "abcdefghijklmnopqrstuvwxyz0123456789._-Q".unicodeScalars.contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}

extension String {
    /// A path as an address has it: all but what stands for itself (RFC 3986, 2.3) as bytes.
    public var percentEncodedPath: String {
        utf8.reduce(into: "") { text, byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain =
                character.isASCII && (character.isLetter || character.isNumber || "-._~/".contains(character))
            let digits = String(byte, radix: 16, uppercase: true)
            text += isPlain ? String(character) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
}
