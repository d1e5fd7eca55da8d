import Diagnostics
import Records
import StatusModel

/// Finds the commits that added updates.
struct UpdateOrigins {
    private let git: Git
    private let prefix: String
    private let reader: RecordReader

    /// - Parameter site: the site's folder, in a repository with its whole history.
    init(of site: String, reader: RecordReader) throws {
        let nearby = Git(at: site)
        if try nearby.isShallow {
            throw Refusal(
                "the clone is shallow: the commits that added updates are not in it",
                hint: "fetch them by `git fetch --unshallow`, or by `fetch-depth: 0` in a GitHub workflow"
            )
        }
        git = Git(at: try nearby.line(of: ["rev-parse", "--show-toplevel"]))
        prefix = try nearby.line(of: ["rev-parse", "--show-prefix"])
        self.reader = reader
    }
}

extension UpdateOrigins {
    /// The commit that added the update of that number; nothing where it is not committed yet.
    ///
    /// Who mends the words of an update adds none: the line is then followed into the version before.
    func commit(thatAdded number: Int, to file: SourceFile) throws -> Git.Origin? {
        var (path, revision, version) = (prefix + file.path, String?.none, file)
        var update = reader.markedUpdates(in: file)[number]
        guard (try? git.output(of: ["cat-file", "-e", "HEAD:\(path)"])) != nil else { return nil }
        while true {
            let line = version.bytes[..<update.offset].count { $0 == UInt8(ascii: "\n") } + 1
            let origin = try git.origin(ofLine: line, of: path, at: revision)
            let added = origin.commit == nil ? nil : origin
            guard let previous = origin.previous else { return added }
            let after = try origin.commit.map { try self.version($0, origin.path) } ?? version
            let before = try self.version(previous.commit, previous.path)
            guard let former = former(ofLine: origin.line, of: after, in: before) else { return added }
            (path, revision, version, update) = (previous.path, previous.commit, before, former)
        }
    }
}

private extension UpdateOrigins {
    func version(_ commit: String, _ path: String) throws -> SourceFile {
        SourceFile(path: path, bytes: try git.output(of: ["show", "\(commit):\(path)"]))
    }

    /// What the update that begins on the line was in the version before; nothing where it is new.
    func former(ofLine line: Int, of after: SourceFile, in before: SourceFile) -> MarkedUpdate? {
        let (updates, formers) = (reader.markedUpdates(in: after), reader.markedUpdates(in: before))
        let place = updates.firstIndex {
            after.bytes[..<$0.offset].count { $0 == UInt8(ascii: "\n") } + 1 == line
        }
        guard let place else { return nil }
        let text = updates[place].place.excerpt
        if let same = formers.first(where: { $0.place.excerpt == text }) { return same }
        let (texts, formerTexts) = (Set(updates.map(\.place.excerpt)), Set(formers.map(\.place.excerpt)))
        let keyword = updates[place].keyword
        let changed = updates.filter { $0.keyword == keyword && !formerTexts.contains($0.place.excerpt) }
        let gone = formers.filter { $0.keyword == keyword && !texts.contains($0.place.excerpt) }
        if changed.count == gone.count {
            return changed.firstIndex { $0.offset == updates[place].offset }.map { gone[$0] }
        }
        // Some were added: of two that could be the same, those are that are nearest to each other.
        let nearest = gone.min { $0.distance(to: text) < $1.distance(to: text) }
        return nearest.flatMap { former in
            let closest = changed.min {
                $0.distance(to: former.place.excerpt) < $1.distance(to: former.place.excerpt)
            }
            return closest?.offset == updates[place].offset ? former : nil
        }
    }
}

extension MarkedUpdate {
    /// How far its first line is from the other.
    fileprivate func distance(to line: String) -> Int { editDistance(from: place.excerpt, to: line) }
}

extension Git {
    /// Whether the repository holds the end of its history alone.
    fileprivate var isShallow: Bool {
        get throws(GitError) { try line(of: ["rev-parse", "--is-shallow-repository"]) == "true" }
    }

    /// What git answers in one line.
    fileprivate func line(of arguments: [String]) throws(GitError) -> String {
        String(decoding: try output(of: arguments).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
