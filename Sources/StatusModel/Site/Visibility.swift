/// Who may see a record.
public enum Visibility: String, CaseIterable, Hashable, Sendable {
    /// Everyone.
    case `public`
    /// The team alone: a public build holds no trace of it.
    case `internal`
}
