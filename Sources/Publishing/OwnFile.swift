/// The names of files that a build keeps for itself in the output directory.
enum OwnFile {
    /// The list of what builds have written here.
    static let manifest = ".allclear-manifest"

    /// Where a file is written whole before it takes its place.
    static func temporary(_ label: some CustomStringConvertible) -> String {
        prefix + label.description + suffix
    }

    /// Whether a name is one that builds keep for themselves.
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
