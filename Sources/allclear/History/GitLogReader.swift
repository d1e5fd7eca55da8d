import StatusModel

/// Reads a log of git with patches, one file of one commit after the other.
struct GitLogReader: Sequence, IteratorProtocol {
    private let log: [UInt8]
    private let isWanted: (ArraySlice<UInt8>) -> Bool
    private var position = 0
    /// The time of the commit whose files are being read.
    private var committedAt = Instant.distantFuture

    /// - Parameter isWanted: whether an added line is of interest: most are not, and a log may have a million.
    init(_ log: [UInt8], keeping isWanted: @escaping (ArraySlice<UInt8>) -> Bool) {
        (self.log, self.isWanted) = (log, isWanted)
    }

    /// Returns the command whose output this type reads: the commits since then, the oldest first, independent of
    /// the user's settings.
    static func arguments(since start: Instant) -> [String] {
        options + ["--since=\(start)"]
    }

    private static let options = [
        "log", "--reverse", "--no-merges", "--relative", "--format=%x00%at", "--patch", "--unified=0",
        "--find-renames", "--text", "--no-color", "--src-prefix=a/", "--dst-prefix=b/",
    ]

    /// The change that a commit made to a file.
    struct Change: Equatable {
        /// The time of the commit.
        let at: Instant
        /// The file's path, relative to the folder in which git ran; empty if the file was deleted.
        var path = ""
        /// Its former path, if the commit renamed it.
        var formerPath: String?
        /// Whether the commit created the file.
        var isNew = false
        /// The lines of interest that the commit added, without line ends.
        var lines: [String] = []
    }

    /// Returns the next file that a commit did not delete.
    mutating func next() -> Change? {
        while let line = nextLine() {
            if line.first == 0 {
                committedAt = Instant(seconds: Int(text(line.dropFirst())) ?? Instant.distantFuture.seconds)
            } else if line.starts(with: "diff --git ".utf8) {
                let change = change()
                if !change.path.isEmpty { return change }
            }
        }
        return nil
    }
}

private extension GitLogReader {
    mutating func nextLine() -> ArraySlice<UInt8>? {
        guard position < log.count else { return nil }
        let rest = log[position...]
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? log.endIndex
        position = end + 1
        return rest[..<end]
    }

    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Reads one file's part of a patch: lines that name the file, then hunks.
    mutating func change() -> Change {
        var change = Change(at: committedAt)
        while true {
            let start = position
            guard let line = nextLine() else { return change }
            guard line.first != 0, !line.starts(with: "diff --git ".utf8) else {
                position = start
                return change
            }
            if line.starts(with: "@@ ".utf8) {
                readHunk(text(line), into: &change)
            } else {
                readName(text(line), into: &change)
            }
        }
    }

    /// Reads a line with the file's name.
    ///
    /// Git quotes names with quotes, backslashes or control characters; such files are skipped.
    func readName(_ line: String, into change: inout Change) {
        if line.hasPrefix("new file ") { change.isNew = true }
        if let path = line.value(behind: "rename from ") { change.formerPath = path }
        if let path = line.value(behind: "rename to ") { change.path = path }
        if let path = line.value(behind: "+++ b/") { change.path = path }
    }

    /// Reads a hunk by the counts in its header, because an added `++ b/x` looks like a name: `@@ -12,0 +13,4 @@`.
    mutating func readHunk(_ header: String, into change: inout Change) {
        let ranges = header.split(separator: " ").dropFirst().prefix(2)
        var left = ranges.reduce(0) { sum, range in
            let parts = range.dropFirst().split(separator: ",")
            return sum + (parts.count == 2 ? Int(parts[1]) ?? 0 : 1)
        }
        while left > 0, let line = nextLine() {
            guard line.first != UInt8(ascii: "\\") else { continue }
            left -= 1
            let content = line.dropFirst()
            guard line.first == UInt8(ascii: "+"), isWanted(content) else { continue }
            change.lines.append(text(content.last == UInt8(ascii: "\r") ? content.dropLast() : content))
        }
    }
}

extension String {
    /// Returns what follows the words, without the tab that git appends to names with spaces.
    fileprivate func value(behind words: String) -> String? {
        guard hasPrefix(words) else { return nil }
        let value = dropFirst(words.count)
        return String(value.last == "\t" ? value.dropLast() : value)
    }
}
