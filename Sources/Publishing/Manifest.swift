/// The list of what builds have written into an output directory: only that is ever replaced or deleted.
///
/// The file, `.allclear-manifest`, has one path on each line, sorted by bytes. While a build runs, an empty
/// line may follow, and after it, once more, the paths that no page within a reader's reach links to: files
/// that are written for the first time, and files that are about to be deleted. If the build is killed,
/// they tell the next one which files may be incomplete or link to missing files, and must be repaired
/// before any page links to them.
struct Manifest: Hashable, Sendable {
    /// All paths that belong to builds, sorted, whether the files exist or not.
    var paths: [RelativePath] = []
    /// Those of ``paths`` that a reader cannot reach, sorted.
    var unlinked: [RelativePath] = []
}

extension Manifest {
    /// Reads a manifest.
    ///
    /// A line that is not a path of an output, which no build writes, is skipped, so that the file it names
    /// counts as somebody else's.
    init(reading bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
        paths = Manifest.paths(in: lines[..<end])
        unlinked = Manifest.paths(in: lines[end...])
    }

    /// The contents of the manifest's file.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48 * (paths.count + unlinked.count))
        for path in paths { bytes.append(line: path) }
        if !unlinked.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        for path in unlinked { bytes.append(line: path) }
        return bytes
    }

    private static func paths(in lines: ArraySlice<ArraySlice<UInt8>>) -> [RelativePath] {
        lines.compactMap { try? RelativePath(String(decoding: $0, as: UTF8.self)) }.sorted()
    }
}

extension [UInt8] {
    fileprivate mutating func append(line path: RelativePath) {
        append(contentsOf: path.text.utf8)
        append(UInt8(ascii: "\n"))
    }
}
