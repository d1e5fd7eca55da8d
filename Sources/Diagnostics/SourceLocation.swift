/// A place in a file, and what stands there.
public struct SourceLocation: Sendable {
    /// The file's path from the site's folder.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in UTF-8 bytes.
    public let column: Int
    /// How many bytes of the line are meant, 1 or more.
    public let length: Int
    /// The line's text, without its end and without a byte order mark.
    public let excerpt: String

    /// Makes a place.
    public init(path: String, line: Int, column: Int, length: Int, excerpt: String) {
        (self.path, self.line, self.column) = (path, line, column)
        (self.length, self.excerpt) = (length, excerpt)
    }
}

extension SourceLocation {
    /// The beginning of a file, for mistakes that concern the file as a whole.
    public static func top(of path: String) -> SourceLocation {
        SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: "")
    }
}

extension SourceLocation: Hashable {
    /// The same place of the same file; what stands there is then the same, too.
    public static func == (one: SourceLocation, other: SourceLocation) -> Bool {
        (one.path, one.line, one.column, one.length) == (other.path, other.line, other.column, other.length)
    }

    /// Takes in the place, not the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(line)
        hasher.combine(column)
        hasher.combine(length)
    }
}
