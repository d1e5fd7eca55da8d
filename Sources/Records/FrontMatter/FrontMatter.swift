import Diagnostics
import StatusModel

/// A record's keys in their types, before its updates are known.
struct FrontMatter {
    var kind: Kind
    var title: String
    var isDraft = false
    var visibility: Visibility = .public
    /// Whether the visibility is what the author meant: not where it hangs on a severity that is wrong.
    var isVisibilityCertain = true
    var components: [StatusChange] = []
    var severity: Severity.Rank?
    var started: Placed<Instant>?
    var detected: Placed<Instant>?
    var acknowledged: Placed<Instant>?
    var ended: Placed<Instant>?
    var ticket: String?
    var links: [String] = []
    var tags: [String] = []
    var related: [String] = []
    var aliases: [String] = []
    var internalDetails: [Record.Detail] = []
    var impact: [Record.Detail] = []
    /// Where the front matter begins, for what is missing.
    var place: SourceLocation

    /// What the record is about.
    enum Kind {
        case incident
        case maintenance(from: Placed<Instant>, until: Placed<Instant>)
        case notice(from: Placed<Instant>, until: Placed<Instant>?)
    }
}

/// A value and where it was written.
struct Placed<Value> {
    let value: Value
    let place: SourceLocation
}
