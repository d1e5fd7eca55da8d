/// What a report was made by, and from which state of the records.
public struct Provenance: Sendable {
    /// The program's name and version, as in `allclear 1.0.0`.
    public let generator: String
    /// The records' revision; nothing where it is not known, as where they are not kept in git.
    public let revision: Revision?

    /// Names a program and a state of the records.
    public init(generator: String, revision: Revision?) {
        (self.generator, self.revision) = (generator, revision)
    }

    /// A state of the records in git.
    public struct Revision: Sendable, Hashable {
        /// The last commit that touched them, in short.
        public let commit: String
        /// Whether the work tree holds changes that are not committed.
        public let isModified: Bool

        /// Names a commit.
        public init(commit: String, isModified: Bool) {
            (self.commit, self.isModified) = (commit, isModified)
        }
    }
}

extension Provenance {
    /// As in "Made by allclear 1.0.0 from the records at revision 0123456789ab."
    func sentence(_ words: Words) -> String {
        guard let revision else { return words.text.reportMadeUnknown(generator: generator) }
        return revision.isModified
            ? words.text.reportMadeModified(generator: generator, revision: revision.commit)
            : words.text.reportMade(generator: generator, revision: revision.commit)
    }
}
