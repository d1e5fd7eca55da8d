import Diagnostics
import StatusModel

/// What git knows of the records: when the lines that begin updates, or bear their times, were committed.
struct RecordHistory {
    private var files: [String: FileHistory]

    /// The history of one file.
    struct FileHistory {
        /// What the commit that made the file held of updates.
        fileprivate(set) var beginning: Set<String> = []
        /// When commits brought a line, by each of its keys.
        fileprivate(set) var addedAt: [String: [Instant]] = [:]
    }

    /// The history of the file at that path, if it has one.
    subscript(path: String) -> FileHistory? { files[path] }
}

extension RecordHistory {
    /// How far back it goes, in seconds: later, nobody can say any more what the clock showed.
    private static let reach = 30 * 86_400

    /// The history of a site's records over the 30 days up to the instant; nothing where git or its repository is missing, or
    /// where the repository holds the end of the history alone.
    init?(of site: String, until now: Instant) throws(GitError) {
        let git = Git(at: site)
        guard let shallow = try git.outputIfAny(of: ["rev-parse", "--is-shallow-repository"]),
            shallow.starts(with: "false".utf8),
            let log = try git.outputIfAny(
                of: GitLogReader.arguments(since: now - Self.reach) + ["--", "incidents"]
            )
        else { return nil }
        files = [:]
        for change in GitLogReader(log, keeping: Self.mayHaveKeys) where change.at <= now { take(change) }
    }

    private mutating func take(_ change: GitLogReader.Change) {
        var file = files[change.formerPath ?? change.path] ?? FileHistory()
        let keys = change.lines.flatMap(Self.keys)
        if change.isNew { file.beginning = Set(keys) }
        for key in keys { file.addedAt[key, default: []].append(change.at) }
        if let formerPath = change.formerPath { files[formerPath] = nil }
        files[change.path] = file
    }
}

extension RecordHistory.FileHistory {
    /// When commits brought any of the lines, or the same with another time or another text.
    func commits(of lines: [String]) -> [Instant] {
        lines.flatMap(RecordHistory.keys).flatMap { addedAt[$0] ?? [] }
    }

    /// Whether the commit that made the file held any of the lines.
    func beganWith(_ lines: [String]) -> Bool {
        lines.flatMap(RecordHistory.keys).contains { beginning.contains($0) }
    }
}

extension RecordHistory {
    /// Whether a line begins as those do that have keys.
    private static func mayHaveKeys(_ line: ArraySlice<UInt8>) -> Bool {
        let first = line.first { !" \t#>*_".utf8.contains($0) }
        return first.map { "[Uu".utf8.contains($0) } ?? false
    }

    /// What a line of an update is known by: none for other lines.
    ///
    /// The line as a whole; the bracket with its time, so that a text may be mended later; and the line
    /// without its digits, so that a time may be corrected. `Updated:` lines differ in their digits alone.
    fileprivate static func keys(of line: String) -> [String] {
        let content = line.drop { " \t#>*_".contains($0) }
        if content.prefix(7).lowercased() == "updated" { return [String(content)] }
        guard content.first == "[", let end = content.firstIndex(of: "]") else { return [] }
        let bracket = String(content[...end])
        let withoutDigits = String(decoding: content.utf8.filter { !$0.isDigit }, as: UTF8.self)
        return [String(content), withoutDigits] + (bracket.utf8.contains(where: \.isDigit) ? [bracket] : [])
    }
}
