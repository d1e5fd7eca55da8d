public import StatusModel

/// The program that made a report, and the state of the records that it used.
public struct Provenance: Sendable {
    /// The program's name and version, such as `allclear 1.0.0`.
    public let generator: String
    /// The records' revision; `nil` if it is not known, for example because they are not in git.
    public let revision: Revision?
    /// The extent of the records' history in git.
    public let history: History

    /// Makes a provenance.
    public init(generator: String, revision: Revision?, history: History = .none) {
        (self.generator, self.revision, self.history) = (generator, revision, history)
    }

    /// A state of the records in git.
    public struct Revision: Sendable, Hashable {
        /// The full name of the last commit that touched them.
        public let commit: String
        /// Whether the work tree contains uncommitted changes.
        public let isModified: Bool

        /// Makes a revision.
        public init(commit: String, isModified: Bool) {
            (self.commit, self.isModified) = (commit, isModified)
        }

        /// The abbreviated name of the commit.
        var short: String { String(commit.prefix(12)) }
    }

    /// The extent of a history in git.
    public enum History: Sendable, Hashable {
        /// The history back to the first commit.
        case complete
        /// The history back to a commit of that day in UTC, for example in a shallow clone.
        case from(Day)
        /// No history: there was no git, or no commit.
        case none

        /// Its name for programs: `complete`, `from 2026-01-02`, `none`.
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
    /// Returns a sentence such as "Made by allclear 1.0.0 from the records at revision 0123456789ab."
    func sentence(_ words: Localizer) -> String {
        guard let revision else { return words.text.reportMadeUnknown(generator: generator) }
        return revision.isModified
            ? words.text.reportMadeModified(generator: generator, revision: revision.short)
            : words.text.reportMade(generator: generator, revision: revision.short)
    }
}
