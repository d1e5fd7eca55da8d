import Diagnostics
import Records

/// The versions of a record's file in the commits that changed it.
struct RecordPast {
    private let git: Git
    private let reader: RecordReader
    private let isOfBranch: Bool
    private var versions: [Step: Git.FileVersion] = [:]
    private var records: [Step: MarkedRecord?] = [:]
    /// The newest version up to a commit, kept because each update is followed from the same ones.
    private var newests: [Step: Git.FileVersion?] = [:]
    /// The numbers of updates in the previous version, by both versions; the later is `nil` if it is not committed.
    private var formers: [[Step?]: FormerNumbers] = [:]

    /// A path in a commit, because a file may have several over time.
    private struct Step: Hashable {
        let commit: String
        let path: String
    }

    /// - Parameter isOfBranch: whether only commits of the branch itself count.
    init(in git: Git, reader: RecordReader, isOfBranch: Bool) {
        self.git = git
        self.reader = reader
        self.isOfBranch = isOfBranch
    }
}

extension RecordPast {
    /// Returns the commit that added the update of that number to the record at the path, or `nil` if the update is
    /// not committed yet.
    ///
    /// A commit that corrects the text of an update does not add it: the update is then followed into the previous
    /// version.
    mutating func commit(
        thatAdded number: Int,
        to record: MarkedRecord,
        at path: String
    ) throws -> Git.FileVersion? {
        var (number, later, added) = (number, record, Git.FileVersion?.none)
        var earlier = [try newest(of: path, upTo: "HEAD")].compactMap { $0 }
        while let (version, former) = step(from: number, of: later, in: added, to: earlier) {
            guard let before = self.record(in: version) else { break }
            (number, later, added) = (former, before, version)
            earlier = try predecessors(of: version)
        }
        return added
    }
}

private extension RecordPast {
    /// Returns the previous version that has the update, and the update's number there.
    ///
    /// A version with the same text comes first: if branches were merged, one may have that, and the other a
    /// similar one.
    mutating func step(
        from number: Int,
        of record: MarkedRecord,
        in version: Git.FileVersion?,
        to earlier: [Git.FileVersion]
    ) -> (Git.FileVersion, Int)? {
        let before = earlier.compactMap { former in
            formerNumbers(of: record, in: version, before: former).map { (former, $0) }
        }
        for (version, numbers) in before {
            if let same = numbers.same(as: number) { return (version, same) }
        }
        for (version, numbers) in before {
            if let mended = numbers.mended(number) { return (version, mended) }
        }
        return nil
    }

    mutating func formerNumbers(
        of record: MarkedRecord, in version: Git.FileVersion?, before former: Git.FileVersion
    ) -> FormerNumbers? {
        let steps = [version, former].map { $0.map { Step(commit: $0.commit, path: $0.path) } }
        if let known = formers[steps] { return known }
        let numbers = self.record(in: former).map { FormerNumbers(of: record, in: $0) }
        formers[steps] = numbers
        return numbers
    }

    /// Returns the record as the commit left it, or `nil` if it has none that can be read.
    mutating func record(in version: Git.FileVersion) -> MarkedRecord? {
        let step = Step(commit: version.commit, path: version.path)
        if let known = records[step] { return known }
        let bytes = try? git.output(of: ["cat-file", "blob", "\(version.commit):\(version.path)"])
        let record = bytes.flatMap { reader.marked(SourceFile(path: version.path, bytes: $0)) }
        records[step] = .some(record)
        return record
    }

    /// Returns the latest previous versions that can be read, including under another name.
    mutating func predecessors(of version: Git.FileVersion) throws -> [Git.FileVersion] {
        let parents = version.parents.compactMap { versions[Step(commit: $0, path: version.path)] }
        let readable = parents.filter { record(in: $0) != nil }
        if readable.isEmpty, let former = try git.formerPath(of: version.path, in: version.commit) {
            return [try newest(of: former, upTo: version.commit + "^")].compactMap { $0 }
        }
        return try parents.flatMap { readable.contains($0) ? [$0] : try predecessors(of: $0) }
    }

    mutating func newest(of path: String, upTo commit: String) throws -> Git.FileVersion? {
        let step = Step(commit: commit, path: path)
        if let known = newests[step] { return known }
        let found = try git.versions(of: path, upTo: commit, isOfBranch: isOfBranch)
        for version in found { versions[Step(commit: version.commit, path: path)] = version }
        newests[step] = .some(found.first)
        return found.first
    }
}
