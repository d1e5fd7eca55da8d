/// The list of what builds have written into an output directory: only that is ever replaced or deleted.
///
/// In the file, `.allclear-manifest`, one path stands on a line, sorted by bytes. While a build runs, an
/// empty line may follow, and after it those paths again that no page leads to which a reader can reach:
/// what is written for the first time, and what is about to be deleted. If the build is killed, the next
/// one knows by them which files may be torn or lead nowhere and have to be put right before any page
/// leads to them.
struct Manifest: Hashable, Sendable {
    /// Everything that is ours, sorted, whether it exists or not.
    var paths: [RelativePath] = []
    /// Those of ``paths`` that a reader does not come to, sorted.
    var unlinked: [RelativePath] = []
}

extension Manifest {
    /// Reads a manifest. A line that is no path of an output, which no build writes, is passed over, so
    /// that what it names is treated as somebody else's.
    init(reading bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
        paths = Manifest.paths(in: lines[..<end])
        unlinked = Manifest.paths(in: lines[end...])
    }

    /// The manifest as it stands in the file.
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
