public import Diagnostics
public import StatusModel

/// A file of `incidents/`, read.
public struct ParsedRecord: Sendable {
    /// The file's path from the site's folder.
    public let path: String
    /// The record's address.
    public let slug: String
    /// What the file holds; nothing where it has errors, or where it is a draft.
    public let content: Content?
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

    /// The three kinds of record.
    public enum Content: Sendable {
        /// Something went wrong.
        case incident(Incident)
        /// Work that was announced.
        case maintenance(MaintenanceWindow)
        /// An announcement.
        case notice(Notice)
    }

    /// Whether its file has errors.
    public var isBroken: Bool { diagnostics.hasErrors }

    var record: Record? { content?.record }
}

extension ParsedRecord.Content {
    /// What all kinds of record have.
    var record: Record {
        switch self {
        case .incident(let incident): incident.record
        case .maintenance(let window): window.record
        case .notice(let notice): notice.record
        }
    }
}

extension ParsedRecord {
    /// A file that could not be read from disk.
    public init(unreadable path: String, because reason: String) {
        let place = SourceLocation(path: path, line: 1, column: 1, length: 1, excerpt: "")
        self.init(
            path: path,
            slug: RecordIndex.slug(ofPath: path),
            content: nil,
            diagnostics: [
                Diagnostic(
                    .error,
                    .unreadableFile,
                    "`\(path)` cannot be read: \(reason)",
                    at: place,
                    hint: "check its permissions"
                )
            ],
            broken: nil,
            isWithheld: true,
            recordLinks: [],
            pageLinks: [],
            componentPlaces: [:]
        )
    }
}
