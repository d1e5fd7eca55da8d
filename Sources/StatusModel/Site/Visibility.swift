/// The audience that may see a record.
public enum Visibility: String, CaseIterable, Hashable, Sendable {
    /// Everyone.
    case `public`
    /// Only the team: a public build contains no trace of it.
    case `internal`
}
