import Diagnostics
import StatusModel

/// The typed values of a record's keys, before its updates are known.
///
/// It is a class because everything that reads the body looks up values in it.
final class FrontMatter {
    /// The kind of record; `nil` if mistakes in the front matter make it unclear.
    var kind: Record.Kind?
    /// The beginning and end of maintenance or of a notice.
    var (from, until): (Placed<Instant>?, Placed<Instant>?)
    /// The windows of recurring maintenance.
    var series: Series?
    /// Whether the rule of recurring maintenance cannot be read; this mistake has already been reported.
    var hidesSeries = false
    var title: String
    var isDraft = false
    var visibility: Visibility = .public
    /// The value of `visibility`.
    var statedVisibility: Visibility?
    /// Whether `visibility` is certain for the whole record.
    ///
    /// It is not if it depends on an invalid severity, if a key may be a misspelling of one that hides the record, or
    /// if updates may be older than the record's publication.
    var isVisibilityCertain = true
    /// The value of `components`.
    var namedComponents: YAMLValue?
    var components: [StatusChange] = []
    /// Whether the rules for the record depend on its first update because it has no `started`.
    ///
    /// Statuses and visibility are then settled later.
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
    /// The people who were called in, and when, each with its place.
    var escalations: [(people: Placed<String>, at: Placed<Instant>)] = []
    var impact: [Record.Detail] = []
    /// The file, from which places are computed.
    let file: SourceFile
    var map: MappingReader?

    init(title: String, file: SourceFile, map: MappingReader?) {
        (self.title, self.file, self.map) = (title, file, map)
    }
}

extension FrontMatter {
    /// Makes an empty front matter if the real one could not be read, so that mistakes in the body are found.
    static func unreadable(in file: SourceFile) -> FrontMatter {
        FrontMatter(title: "", file: file, map: nil)
    }

    /// Whether it may have a severity, which then decides its visibility.
    var hasSeverity: Bool { kind == .incident || kind == nil }

    /// The beginning of the record, if the front matter states it.
    var beginning: Instant? { kind == .incident ? started?.value : from?.value }

    /// The end of the record, if the front matter states it.
    var end: Instant? { kind == .incident ? ended?.value : until?.value }

    /// Whether the front matter should state the beginning but does not; this mistake has already been reported.
    var hidesBeginning: Bool {
        kind == nil || kind == .incident && started == nil && map?.isWritten("started") != false
    }

    /// The value for the checklists under an incident's `internal`.
    var checklist: YAMLValue? { internalValues(Self.checklistKey).first }

    /// Returns the values of a key with a special meaning under an incident's `internal`, in any case.
    ///
    /// In other kinds of records, the key has no special meaning.
    func internalValues(_ name: String) -> [YAMLValue] {
        guard kind == .incident else { return [] }
        return (map?.value("internal")?.entries ?? []).filter { $0.key.string?.folded == name }.map(\.value)
    }

    static let checklistKey = "checklist"
    static let escalatedKey = "escalated"

    /// Returns the place of a key, or the start of the map or the file if the key is missing.
    func place(of key: String) -> SourceLocation {
        map?.location(of: key) ?? file.start
    }
}

/// A value and its place.
///
/// The place is computed only when needed, since most values are correct.
struct Placed<Value> {
    let value: Value
    let source: YAMLValue

    var place: SourceLocation { source.location }
}
