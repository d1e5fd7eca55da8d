public import StatusModel

/// What a report was made by, and from which state of the records.
public struct Provenance: Sendable {
    /// The program's name and version, as in `allclear 1.0.0`.
    public let generator: String
    /// The records' revision; nothing where it is not known, as where they are not kept in git.
    public let revision: Revision?
    /// How far back the records' history in git reached.
    public let history: History

    /// Names a program and a state of the records.
    public init(generator: String, revision: Revision?, history: History = .none) {
        (self.generator, self.revision, self.history) = (generator, revision, history)
    }

    /// A state of the records in git.
    public struct Revision: Sendable, Hashable {
        /// The full name of the last commit that touched them.
        public let commit: String
        /// Whether the work tree holds changes that are not committed.
        public let isModified: Bool

        /// Names a commit.
        public init(commit: String, isModified: Bool) {
            (self.commit, self.isModified) = (commit, isModified)
        }

        /// The commit's name as people quote it.
        var short: String { String(commit.prefix(12)) }
    }

    /// How far back a history in git reached.
    public enum History: Sendable, Hashable {
        /// To its first commit.
        case complete
        /// To a commit of that day in UTC, as in a shallow clone.
        case from(Day)
        /// Nowhere: there was no git, or no commit.
        case none

        /// What programs are told: `complete`, `from 2026-01-02`, `none`.
        var name: String {
            switch self {
            case .complete: "complete"
            case .from(let day): "from \(day)"
            case .none: "none"
            }
        }
    }
}

extension Provenance {
    /// As in "Made by allclear 1.0.0 from the records at revision 0123456789ab."
    func sentence(_ words: Localizer) -> String {
        guard let revision else { return words.text.reportMadeUnknown(generator: generator) }
        return revision.isModified
            ? words.text.reportMadeModified(generator: generator, revision: revision.short)
            : words.text.reportMade(generator: generator, revision: revision.short)
    }
}
