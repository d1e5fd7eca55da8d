import Diagnostics
import StatusModel

/// The times at which lines that begin updates, or contain their times, were committed to records, according to git.
struct RecordHistory {
    private var files: [String: FileHistory]

    /// The history of one file.
    struct FileHistory {
        /// The keys of the lines of updates in the commit that created the file.
        fileprivate(set) var beginning: Set<String> = []
        /// The times at which commits added a line, by each of its keys.
        fileprivate(set) var addedAt: [String: [Instant]] = [:]
    }

    /// Returns the history of the file at that path, if it has one.
    subscript(path: String) -> FileHistory? { files[path] }
}

extension RecordHistory {
    /// The length of the history that is read, in seconds: for older updates, nobody remembers the exact time.
    private static let reach = 30 * 86_400

    /// Reads the history of a site's records over the 30 days up to the instant; `nil` if git or its repository is
    /// missing, or if the repository has only the end of the history.
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
    /// Returns the times at which commits added any of the lines, including with another time or another text.
    func commits(of lines: [String]) -> [Instant] {
        lines.flatMap(RecordHistory.keys).flatMap { addedAt[$0] ?? [] }
    }

    /// Whether the commit that created the file contained any of the lines.
    func beganWith(_ lines: [String]) -> Bool {
        lines.flatMap(RecordHistory.keys).contains { beginning.contains($0) }
    }
}

extension RecordHistory {
    /// Whether a line begins like those that have keys.
    private static func mayHaveKeys(_ line: ArraySlice<UInt8>) -> Bool {
        let first = line.first { !" \t#>*_".utf8.contains($0) }
        return first.map { "[Uu".utf8.contains($0) } ?? false
    }

    /// Returns the keys of a line of an update; none for other lines.
    ///
    /// The keys are the whole line; the bracket with its time, so that a text may be corrected later; and the line
    /// without its digits, so that a time may be corrected. `Updated:` lines differ only in their digits.
    fileprivate static func keys(of line: String) -> [String] {
        let content = line.drop { " \t#>*_".contains($0) }
        if content.prefix(7).lowercased() == "updated" { return [String(content)] }
        guard content.first == "[", let end = content.firstIndex(of: "]") else { return [] }
        let bracket = String(content[...end])
        let withoutDigits = String(decoding: content.utf8.filter { !$0.isDigit }, as: UTF8.self)
        return [String(content), withoutDigits] + (bracket.utf8.contains(where: \.isDigit) ? [bracket] : [])
    }
}
