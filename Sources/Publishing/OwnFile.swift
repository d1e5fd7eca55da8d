/// The names of files that a build keeps for itself in the output directory.
enum OwnFile {
    /// The list of the files that builds have written into the directory.
    static let manifest = ".allclear-manifest"

    /// Returns the name under which a file is written in full before it is moved to its place.
    static func temporary(_ label: some CustomStringConvertible) -> String {
        prefix + label.description + suffix
    }

    /// Whether a name is reserved for files that builds keep for themselves.
    static func isOwn(_ name: some Sequence<UInt8>) -> Bool {
        name.starts(with: prefix.utf8)
    }

    /// Whether a name is one that ``temporary(_:)`` makes.
    static func isTemporary(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        isOwn(name) && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    private static let prefix = ".allclear-"
    private static let suffix = ".tmp"
}
