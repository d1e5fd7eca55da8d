/// A place in a file, and the line that it is in.
public struct SourceLocation: Sendable {
    /// The file's path from the site's folder.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in UTF-8 bytes.
    public let column: Int
    /// The number of bytes of the line that are in question, 1 or more.
    public let length: Int
    /// The text of the line, without its line ending and without a byte order mark.
    public let excerpt: String

    /// Makes a location.
    public init(path: String, line: Int, column: Int, length: Int, excerpt: String) {
        (self.path, self.line, self.column) = (path, line, column)
        (self.length, self.excerpt) = (length, excerpt)
    }
}

extension SourceLocation {
    /// Returns the beginning of a file, for mistakes that concern the file as a whole.
    public static func top(of path: String) -> SourceLocation {
        SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: "")
    }
}

extension SourceLocation: Hashable {
    /// Whether two locations are the same place in the same file; their excerpts are then the same, too.
    public static func == (one: SourceLocation, other: SourceLocation) -> Bool {
        (one.path, one.line, one.column, one.length) == (other.path, other.line, other.column, other.length)
    }

    /// Hashes the place, but not the excerpt.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(line)
        hasher.combine(column)
        hasher.combine(length)
    }
}
