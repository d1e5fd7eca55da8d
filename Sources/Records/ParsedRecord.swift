public import Diagnostics
public import StatusModel

/// The result of reading a file of `incidents/`.
public struct ParsedRecord: Sendable {
    /// The file's path from the site's folder.
    public let path: String
    /// The record's address.
    public let slug: String
    /// The record that the file describes; `nil` if the file has errors or is a draft.
    public internal(set) var record: Record?
    /// The mistakes in the file.
    public let diagnostics: [Diagnostic]
    /// The part that can be shown if the file has errors and the site is published anyway; `nil` if it may be internal.
    public let broken: BrokenRecord?
    /// Whether the file has errors and nothing of it may be shown.
    let isWithheld: Bool
    let recordLinks: [LinkResolver.RecordLink]
    /// The links to feeds and to pages of the site that do not belong to a record.
    public let pageLinks: [PageLink]
    let componentPlaces: [Component.Index: SourceLocation]
    /// The id from another status page that the record keeps.
    let keptID: OwnedID?
    /// The revisions whose former text the record's page does not show.
    public let withheldRevisions: [WithheldRevision]
    /// Whether the result is independent of other records and static files: the record does not link to or name any of
    /// them, not even a missing one.
    public let standsAlone: Bool

    /// Whether the file has errors.
    public var isBroken: Bool { diagnostics.hasErrors }
}

extension ParsedRecord {
    /// The addresses of the records that this one links or refers to.
    public var destinations: Set<String> {
        Set(recordLinks.map(\.slug)).union(record?.related ?? [])
    }

    /// Whether checking it requires the whole site: it links to pages that are not records, or it is an internal
    /// incident, which the public figures leave out.
    public var needsWholeSite: Bool {
        !pageLinks.isEmpty || record.map { $0.kind == .incident && $0.visibility == .internal } ?? false
    }

    /// Makes the result for a file that could not be read from disk.
    public init(unreadable path: String, because reason: String) {
        let place = SourceLocation.top(of: path)
        self.init(
            path: path,
            slug: RecordIndex.slug(ofPath: path),
            record: nil,
            diagnostics: [
                Diagnostic(
                    .error, .unreadableFile, "`\(path)` cannot be read: \(reason)", at: place,
                    hint: "check its permissions")
            ],
            broken: nil,
            isWithheld: true,
            recordLinks: [],
            pageLinks: [],
            componentPlaces: [:],
            keptID: nil,
            withheldRevisions: [],
            standsAlone: true
        )
    }
}

/// A revision whose former text a record's page does not show.
public struct WithheldRevision: Sendable {
    /// The beginning of the commit's name.
    public let revision: String
    /// The place where the record names the revision.
    public let place: SourceLocation
}
