import Foundation

/// The git repository that contains a folder; it runs `git`, without a shell or a library.
struct Git {
    private let folder: String

    /// - Parameter folder: a folder of the work tree; paths given to git, or returned by it, are relative to it if
    ///   the options say so.
    init(at folder: String) {
        self.folder = folder
    }
}

extension Git {
    /// Returns what git writes to standard output.
    ///
    /// - Parameter arguments: a command and its arguments, such as `["log", "-z", "--", "incidents"]`. Paths must
    ///   come after `--`, and a user's input before it must not begin with `-`.
    /// - Parameter input: the contents of git's standard input.
    func output(of arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
        let answer = try answer(to: arguments, input: input)
        guard answer.status == 0 else { throw GitError(answer, in: folder) }
        return answer.output
    }

    /// Returns the same; `nil` if git is missing or fails.
    ///
    /// - Throws: an error if the system did not run git, so that its answer is not known.
    func outputIfAny(of arguments: [String]) throws(GitError) -> [UInt8]? {
        do {
            return try output(of: arguments)
        } catch .notRun(let reason) {
            throw .notRun(reason)
        } catch { return nil }
    }

    /// Returns what git writes with `-z`, to be read while it writes; `nil` if git is missing.
    ///
    /// If git fails, it is empty.
    ///
    /// - Throws: an error if the system did not run git.
    func listing(of arguments: [String]) throws(GitError) -> ChildProcess.Listing? {
        let start: Start
        do {
            start = try Self.start(arguments, in: folder)
        } catch { return nil }
        do {
            return try .init(of: [start.program] + start.arguments, environment: start.environment)
        } catch { throw .notRun(error.reason) }
    }

    /// Returns what git writes with `-z`: texts that each end with a NUL.
    func fields(of arguments: [String]) throws(GitError) -> [String] {
        try output(of: arguments).split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the first line of git's output.
    func line(of arguments: [String]) throws(GitError) -> String {
        String(decoding: try output(of: arguments).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Returns the full name of the commit that a user names by a hash, a branch, a tag or an expression such as
    /// `HEAD~3`.
    func commit(named revision: String) throws(GitError) -> String {
        let arguments = ["rev-parse", "--verify", "--quiet", revision + "^{commit}"]
        let answer = revision.hasPrefix("-") ? nil : try answer(to: arguments)
        guard let answer, answer.status == 0 else {
            // Outside of a repository, this throws the proper error.
            let isShallow = try output(of: ["rev-parse", "--is-shallow-repository"])
            throw .unknownRevision(revision, isShallow: isShallow.starts(with: "true".utf8))
        }
        return String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

extension Git {
    /// Returns the commit at which the work tree's history and another's diverge: the other itself if it is an
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

/// The reason why git gave no answer.
enum GitError: Error, Equatable {
    /// No program is named `git`.
    case missing
    /// The folder is not in a repository.
    case noRepository(String)
    /// The folder is in a repository without a work tree, whose settings may be anybody's.
    case bareRepository(String)
    /// The repository has no such commit; if it is shallow, the commit may exist elsewhere.
    case unknownRevision(String, isShallow: Bool)
    /// The work tree's history and that of the revision have nothing in common, as far as the repository has them.
    case noCommonCommit(String, isShallow: Bool)
    /// The system did not run git, for this reason.
    case notRun(String)
    /// Anything else, in git's own words.
    case failed(String)
}

extension GitError: CustomStringConvertible {
    /// A description of the error, in a sentence.
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

    /// A way to fix the error, if one is known.
    var hint: String? {
        switch self {
        case .missing: "install git"
        case .unknownRevision(_, isShallow: true), .noCommonCommit(_, isShallow: true):
            "the clone is shallow: fetch the full history (in a GitHub workflow, set `fetch-depth: 0`)"
        case .unknownRevision, .noCommonCommit: "use a commit, branch or tag, such as `HEAD~1`"
        case .noRepository: "run it in a checkout of the records"
        case .bareRepository: "move `HEAD`, `config`, `objects` and `refs` out of the folder"
        case .notRun, .failed: nil
        }
    }

    /// - Parameter answer: an answer with a status other than 0.
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
