/// The people that a build is for.
public enum Audience: String, CaseIterable, Hashable, Sendable {
    /// Everyone: the build contains nothing internal.
    case `public`
    /// The team: the build contains internal records, details, owners and policies.
    case `internal`
}
