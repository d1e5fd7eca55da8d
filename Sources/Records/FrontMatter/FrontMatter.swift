import Diagnostics
import StatusModel

/// A record's keys in their types, before its updates are known. An object, as all that read the body look
/// things up in it.
final class FrontMatter {
    /// The kind of record; `nil` if the front matter, wrong as it is, does not tell.
    var kind: Record.Kind?
    /// When maintenance or a notice begins and ends.
    var (from, until): (Placed<Instant>?, Placed<Instant>?)
    /// The windows of maintenance that recurs.
    var series: Series?
    /// Whether maintenance was to recur, and how cannot be read: its own mistake, reported already.
    var hidesSeries = false
    var title: String
    var isDraft = false
    var visibility: Visibility = .public
    /// What `visibility` says.
    var statedVisibility: Visibility?
    /// Whether all of the record is as visible as that says: not where it hangs on a severity that is wrong, where a
    /// key looks like a slip of one that hides, or where updates may be older than the record's publication.
    var isVisibilityCertain = true
    /// The value of `components`.
    var namedComponents: YAMLValue?
    var components: [StatusChange] = []
    /// Whether the record's rules depend on its first update, as it has no `started`: statuses and visibility wait for it.
    var awaitsBeginning = false
    var severity: Severity.Rank?
    var started: Placed<Instant>?
    var detected: Placed<Instant>?
    var detectedBy: Record.Detector?
    var acknowledged: Placed<Instant>?
    var ended: Placed<Instant>?
    var ticket: String?
    var links: [String] = []
    var tags: [String] = []
    var related: [String] = []
    var aliases: [String] = []
    var ids = KeptIDs.Written()
    var withheldRevisions: [Placed<String>] = []
    var internalDetails: [Record.Detail] = []
    var tickedItems: [Placed<String>] = []
    /// Who was called in, with the place of the name, and when, with that of the time.
    var escalations: [(people: Placed<String>, at: Placed<Instant>)] = []
    var impact: [Record.Detail] = []
    /// The file, and its keys where they could be read: what places are worked out from.
    let file: SourceFile
    var map: MappingReader?

    init(title: String, file: SourceFile, map: MappingReader?) {
        (self.title, self.file, self.map) = (title, file, map)
    }
}

extension FrontMatter {
    /// Where the front matter could not be read: the body is read all the same, for its mistakes.
    static func unreadable(in file: SourceFile) -> FrontMatter {
        FrontMatter(title: "", file: file, map: nil)
    }

    /// Whether it may have a severity, which then decides who sees it.
    var hasSeverity: Bool { kind == .incident || kind == nil }

    /// When it began, if the front matter says so.
    var beginning: Instant? { kind == .incident ? started?.value : from?.value }

    /// When it ends, if the front matter says so.
    var end: Instant? { kind == .incident ? ended?.value : until?.value }

    /// Whether the front matter was to say when it began, and does not: its own mistake, reported already.
    var hidesBeginning: Bool {
        kind == nil || kind == .incident && started == nil && map?.isWritten("started") != false
    }

    /// What an incident's `internal` says of the checklists.
    var checklist: YAMLValue? { internalValues(Self.checklistKey).first }

    /// What an incident's `internal` says under a key that has a meaning there, in any case of its letters. Other records
    /// have none, so that the word is like any other there.
    func internalValues(_ name: String) -> [YAMLValue] {
        guard kind == .incident else { return [] }
        return (map?.value("internal")?.entries ?? []).filter { $0.key.string?.folded == name }.map(\.value)
    }

    static let checklistKey = "checklist"
    static let escalatedKey = "escalated"

    /// The place of a key, or the start of the map or the file if it is missing.
    func place(of key: String) -> SourceLocation {
        map?.location(of: key) ?? file.start
    }
}

/// A value and where it was written. The place is worked out when it is asked for: most values are right.
struct Placed<Value> {
    let value: Value
    let source: YAMLValue

    var place: SourceLocation { source.location }
}
