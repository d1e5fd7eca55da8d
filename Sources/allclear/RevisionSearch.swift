import StatusModel
import StatusSite

/// Looks for the last commit that touched `status.yml` or the records that an audience may see.
///
/// For the public, internal records do not count: a commit of one would reveal that something happened, and would
/// change every public report. Git lists what its commits touched while the records are read; only then is it known
/// which of them are internal, and the list is read no further than the first commit that counts. When git
/// simplifies a history with merges, it leaves commits out of the list on the basis of all records, including
/// internal ones.
struct RevisionSearch {
    private let git: Git
    /// The list of commits; `nil` if git is missing or fails.
    private let commits: ChildProcess.Listing?

    /// Starts git.
    ///
    /// - Throws: an error if the system did not run git, so that its answer is not known.
    init(in folder: String) throws(GitError) {
        git = Git(at: folder)
        // A merge is listed once for each of its parents from which it differs. A renamed record was touched under
        // both names; looking for renames would also read files, which a partial clone fetches. A folder of records
        // may be a repository of its own.
        let log = [
            "log", "-z", "-m", "--no-renames", "-O/dev/null", "--ignore-submodules=none",
            "--format=%x01%H %P", "--name-only", "--relative",
        ]
        commits = try git.listing(of: log + ["--"] + Self.records)
    }

    /// The paths of a site's records.
    fileprivate static let records = ["status.yml", "incidents"]
}

extension RevisionSearch {
    /// Returns this program, with the records' revision and how much of their history git has.
    func provenance(of page: StatusPage, for audience: Audience) throws(GitError) -> Provenance {
        let revision = try revision(of: page, for: audience)
        return Provenance(
            generator: Allclear.generator,
            revision: revision,
            history: revision == nil ? .none : try git.history()
        )
    }

    /// Returns the revision, or `nil` if git knows none.
    private func revision(of page: StatusPage, for audience: Audience) throws(GitError) -> Provenance
        .Revision?
    {
        let hidden = audience == .internal ? [] : page.internalPaths
        guard let commit = lastCommit(besides: hidden), commit.utf8.count >= 12 else { return nil }
        return Provenance.Revision(
            commit: commit,
            isModified: try isModified(besides: hidden)
        )
    }

    /// Returns the first of the listed commits that differs from each of its parents in a file that counts.
    private func lastCommit(besides hidden: Set<String>) -> String? {
        var commit = Commit()
        while let field = commits?.next() {
            if field.first == 1 {
                commit.begin(String(decoding: field.dropFirst(), as: UTF8.self))
            } else {
                // Git ends the line of the commit itself before it names files.
                let path = field.first == UInt8(ascii: "\n") ? field.dropFirst() : field
                if !path.isEmpty, !hidden.contains(String(decoding: path, as: UTF8.self)) { commit.touch() }
            }
            if commit.counts { return commit.name }
        }
        return nil
    }

    private func isModified(besides hidden: Set<String>) throws(GitError) -> Bool {
        let status = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--"]
        guard let changes = try git.outputIfAny(of: status + Self.records) else { return true }
        guard !hidden.isEmpty, !changes.isEmpty else { return !changes.isEmpty }
        // Here, paths are relative to the repository's root.
        let prefix = try git.output(of: ["rev-parse", "--show-prefix"]).dropLast()
        return changes.split(separator: 0).contains { change in
            let path = change.dropFirst("?? ".utf8.count).dropFirst(prefix.count)
            return !hidden.contains(String(decoding: path, as: UTF8.self))
        }
    }
}

/// A commit of the list, as far as it has been read.
private struct Commit {
    private(set) var name = ""
    private var parents = 1
    /// The number of its parents from which it differs in a file that counts.
    private var differing = 0
    private var isTouched = false

    /// Takes the commit's line: its name and those of its parents.
    mutating func begin(_ line: String) {
        let names = line.split(separator: " ").map(String.init)
        isTouched = false
        guard names.first != name else { return }
        (name, parents, differing) = (names.first ?? "", max(1, names.count - 1), 0)
    }

    /// Takes a file that counts, in which the commit differs from the current parent.
    mutating func touch() {
        if !isTouched { differing += 1 }
        isTouched = true
    }

    var counts: Bool { differing == parents }
}

extension Git {
    /// Returns how far back the history of the checked-out commit goes: in a shallow clone, to the youngest of the
    /// commits whose parents are missing.
    fileprivate func history() throws(GitError) -> Provenance.History {
        guard let shallow = try outputIfAny(of: ["rev-parse", "--is-shallow-repository"]) else {
            return .none
        }
        guard shallow.starts(with: "true".utf8) else { return .complete }
        let ends = try output(of: ["log", "--max-parents=0", "--format=%ct"])
            .split(separator: UInt8(ascii: "\n")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard let youngest = ends.max() else { return .none }
        return .from(Zone.utc.day(of: Instant(seconds: youngest)))
    }
}

extension StatusPage {
    /// The paths of the records that the public does not see.
    fileprivate var internalPaths: Set<String> {
        Set(records.lazy.filter { $0.visibility == .internal }.map { $0.path })
    }
}
