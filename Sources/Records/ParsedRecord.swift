public import Diagnostics
public import StatusModel

/// A file of `incidents/`, read.
public struct ParsedRecord: Sendable {
    /// The file's path from the site's folder.
    public let path: String
    /// The record's address.
    public let slug: String
    /// What the file holds; `nil` if it has errors, or is a draft.
    public internal(set) var record: Record?
    /// Its mistakes.
    public let diagnostics: [Diagnostic]
    /// What can be shown of it where it has errors and the site is published all the same; nothing where
    /// it may be internal.
    public let broken: BrokenRecord?
    /// Whether it has errors, and nothing of it may be shown.
    let isWithheld: Bool
    let recordLinks: [LinkResolver.RecordLink]
    /// Its links to pages of the site that are no record's, and to feeds.
    public let pageLinks: [PageLink]
    let componentPlaces: [Component.Index: SourceLocation]
    /// The id that it keeps from another page.
    let keptID: OwnedID?
    /// The revisions whose former words its page does not show.
    public let withheldRevisions: [WithheldRevision]
    /// True if it reads the same whatever other records and static files exist: it does not link to any or name one,
    /// not even one that is missing.
    public let standsAlone: Bool

    /// Whether its file has errors.
    public var isBroken: Bool { diagnostics.hasErrors }
}

extension ParsedRecord {
    /// The addresses of the records that it links or refers to.
    public var destinations: Set<String> {
        Set(recordLinks.map(\.slug)).union(record?.related ?? [])
    }

    /// Whether checking it requires the whole site: it links to pages that are not records, or it is an internal
    /// incident, which the public figures leave out.
    public var needsWholeSite: Bool {
        !pageLinks.isEmpty || record.map { $0.kind == .incident && $0.visibility == .internal } ?? false
    }

    /// A file that could not be read from disk.
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

/// A revision whose former words a record's page does not show.
public struct WithheldRevision: Sendable {
    /// The beginning of the commit's name.
    public let revision: String
    /// Where the record names it.
    public let place: SourceLocation
}
