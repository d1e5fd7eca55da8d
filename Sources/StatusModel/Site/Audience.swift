/// Who a build is made for.
public enum Audience: String, CaseIterable, Hashable, Sendable {
    /// Anyone: nothing internal is left in it.
    case `public`
    /// The team: internal records, details, owners and policy are in it.
    case `internal`
}
