/// The reason that something published cannot be read.
public struct Unreadable: Error, Equatable {
    /// The reason, such as "there is no `now`".
    public let reason: String
    /// A way to solve it; `nil` if none is known.
    public let hint: String?

    /// Makes an error with a reason, and a hint on what can be done about it.
    public init(_ reason: String, hint: String? = nil) {
        (self.reason, self.hint) = (reason, hint)
    }
}

/// A place from which a site's files are read.
public protocol PublishedFiles {
    /// Returns a file's bytes.
    ///
    /// - Parameter path: the file's path from the site's root. It is one that every site has, or is made from the names
    ///   of the site's components, groups, periods and records; see ``SafePath``.
    func bytes(of path: String) throws(Unreadable) -> [UInt8]
}

/// Makes sure that a published name can only be a part of a path.
enum SafePath {
    /// Returns the path if each of its parts consists of `[a-z0-9._-]`, `Q`, and letters and digits of other scripts,
    /// and is neither `.` nor `..`.
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
    /// The path as it is in an address, with all characters percent-encoded except `/` and unreserved ones (RFC 3986,
    /// 2.3).
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
