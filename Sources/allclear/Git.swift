import Foundation

/// The git repository that a folder lies in, asked by running `git`: no shell, no library.
struct Git {
    private let folder: String

    /// - Parameter folder: a folder of the work tree; paths that git is given or gives are from there where
    ///   its options say so.
    init(at folder: String) {
        self.folder = folder
    }
}

extension Git {
    /// What git writes on standard output.
    ///
    /// - Parameter arguments: a command and its arguments, as in `["log", "-z", "--", "incidents"]`. Paths
    ///   belong behind `--`, and what a user named before it must not begin with `-`.
    /// - Parameter input: what git reads on standard input.
    func output(of arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
        let answer = try answer(to: arguments, input: input)
        guard answer.status == 0 else { throw GitError(answer, in: folder) }
        return answer.output
    }

    /// The same; nothing where git is missing or has no answer.
    ///
    /// - Throws: that the system did not run it, so that nobody knows what it would have said.
    func outputIfAny(of arguments: [String]) throws(GitError) -> [UInt8]? {
        do {
            return try output(of: arguments)
        } catch .notRun(let reason) {
            throw .notRun(reason)
        } catch { return nil }
    }

    /// What git writes under `-z`, read while it writes; nothing where git is missing. Without an answer it is empty.
    ///
    /// - Throws: that the system did not run it.
    func listing(of arguments: [String]) throws(GitError) -> ChildProcess.Listing? {
        let start: Start
        do {
            start = try Self.start(arguments, in: folder)
        } catch { return nil }
        do {
            return try .init(of: [start.program] + start.arguments, environment: start.environment)
        } catch { throw .notRun(error.reason) }
    }

    /// What git writes under `-z`: texts that each end with a NUL.
    func fields(of arguments: [String]) throws(GitError) -> [String] {
        try output(of: arguments).split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// What git answers in one line.
    func line(of arguments: [String]) throws(GitError) -> String {
        String(decoding: try output(of: arguments).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// The full name of the commit that a user called so: a hash, a branch, a tag, `HEAD~3`.
    func commit(named revision: String) throws(GitError) -> String {
        let arguments = ["rev-parse", "--verify", "--quiet", revision + "^{commit}"]
        let answer = revision.hasPrefix("-") ? nil : try answer(to: arguments)
        guard let answer, answer.status == 0 else {
            // Outside of a repository this says so.
            let isShallow = try output(of: ["rev-parse", "--is-shallow-repository"])
            throw .unknownRevision(revision, isShallow: isShallow.starts(with: "true".utf8))
        }
        return String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

extension Git {
    /// The commit at which the work tree's history and another's part: the other itself where it is an
    /// ancestor.
    func forkPoint(from revision: String) throws(GitError) -> String {
        let (other, own) = (try commit(named: revision), try commit(named: "HEAD"))
        let answer = try answer(to: ["merge-base", other, own])
        guard answer.status == 0 else {
            let isShallow = try output(of: ["rev-parse", "--is-shallow-repository"])
            throw .noCommonCommit(revision, isShallow: isShallow.starts(with: "true".utf8))
        }
        return String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

/// Why git gave no answer.
enum GitError: Error, Equatable {
    /// There is no `git` among the programs.
    case missing
    /// The folder lies in no repository.
    case noRepository(String)
    /// The folder lies in a repository without a work tree, whose settings may be anybody's.
    case bareRepository(String)
    /// The repository holds no such commit; a shallow one may hold it elsewhere.
    case unknownRevision(String, isShallow: Bool)
    /// The work tree's history and that of the revision have nothing in common; a shallow one may have.
    case noCommonCommit(String, isShallow: Bool)
    /// The system did not run it, for this reason.
    case notRun(String)
    /// Anything else, in git's own words.
    case failed(String)
}

extension GitError: CustomStringConvertible {
    /// What is wrong, in a sentence.
    var description: String {
        switch self {
        case .missing: "`git` is not in PATH"
        case .noRepository(let folder): "`\(folder)` is not in a git repository"
        case .bareRepository(let folder):
            "`\(folder)` is in a bare git repository, whose settings could run any program"
        case .unknownRevision(let revision, _): "the repository has no commit `\(revision)`"
        case .noCommonCommit(let revision, _):
            "`\(revision)` has no commit in common with what is checked out"
        case .notRun(let reason): "`git` cannot be run: \(reason)"
        case .failed(let words): "git says: \(words)"
        }
    }

    /// What to do about it, where that is known.
    var hint: String? {
        switch self {
        case .missing: "install git"
        case .unknownRevision(_, isShallow: true), .noCommonCommit(_, isShallow: true):
            "the clone is shallow: fetch the full history, in a GitHub workflow with `fetch-depth: 0`"
        case .unknownRevision, .noCommonCommit: "use a commit, branch or tag, such as `HEAD~1`"
        case .noRepository: "run it in a checkout of the records"
        case .bareRepository: "move `HEAD`, `config`, `objects` and `refs` out of the folder"
        case .notRun, .failed: nil
        }
    }

    /// - Parameter answer: one whose status is not 0.
    fileprivate init(_ answer: Git.Answer, in folder: String) {
        let words = String(decoding: answer.errors, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self =
            words.contains("bare repository")
            ? .bareRepository(folder)
            : words.lowercased().contains("not a git repository") ? .noRepository(folder) : .failed(words)
    }
}

extension Git {
    fileprivate typealias Answer = ChildProcess.Answer

    fileprivate func answer(to arguments: [String], input: [UInt8] = []) throws(GitError) -> Answer {
        let start = try Self.start(arguments, in: folder)
        do {
            return try ChildProcess.answer(
                of: [start.program] + start.arguments,
                environment: start.environment,
                input: input
            )
        } catch { throw .notRun(error.reason) }
    }
}
