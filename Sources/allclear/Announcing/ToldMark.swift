import Records
import StatusModel

/// A mark of how far a channel was told: a commit below `refs/allclear/told/`, which a workflow pushes after
/// everything was delivered.
///
/// Its parent is the commit whose records were told, and it has the same tree; its message holds the instant up to
/// which they were told.
struct ToldMark {
    private let git: Git
    private let name: String
    private let former: String?

    /// The mark of all channels, from before each had a mark of its own.
    private static let shared = "refs/allclear/announced"

    /// - Parameters:
    ///   - name: the channel's name: see ``isName(_:)``.
    ///   - git: the site's repository.
    init(of name: String, in git: Git) throws {
        (self.name, self.git) = (name, git)
        former = try Self.commit(at: Self.ref(name), in: git)
    }
}

extension ToldMark {
    /// Whether a channel's mark can have this name: letters, digits, `-` and `_`, beginning with a letter or digit.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
        let isPlain = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        return isPlain(first)
            && text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    /// Returns the commit of which the channel was told, and up to when; `nil` if neither it nor all channels
    /// together had a mark.
    func position() throws -> (commit: String, at: Instant)? {
        guard let former else {
            guard let shared = try Self.commit(at: Self.shared, in: git) else { return nil }
            return (shared, try git.instant(of: shared))
        }
        let message = try git.line(of: ["show", "--no-patch", "--format=%s", former])
        let stated = message.split(separator: " ").last.flatMap { Instant(writtenAs: String($0)) }
        return (former, try stated ?? git.instant(of: former))
    }

    /// Moves the mark to the commit that is checked out.
    ///
    /// - Parameter now: the instant up to which the channel was told.
    /// - Throws: a ``GitError``, including if another run has moved it meanwhile.
    func move(to now: Instant) throws {
        let tree = try git.line(of: ["rev-parse", "--verify", "HEAD^{tree}"])
        let mark = try git.line(of: [
            "-c", "user.name=allclear", "-c", "user.email=allclear@localhost", "commit-tree", tree,
            "-p", "HEAD", "-m", "Told \(name) up to \(now)",
        ])
        let nowhere = String(repeating: "0", count: mark.utf8.count)
        _ = try git.output(of: ["update-ref", Self.ref(name), mark, former ?? nowhere])
    }

    private static func ref(_ name: String) -> String { "refs/allclear/told/" + name }

    private static func commit(at ref: String, in git: Git) throws -> String? {
        let answer = try git.outputIfAny(of: ["rev-parse", "--verify", "--quiet", ref + "^{commit}"])
        return answer.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
    }
}
