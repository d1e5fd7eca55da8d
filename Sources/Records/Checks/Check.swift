import Diagnostics
import StatusModel

/// Something that is looked after once all of a file, or of a site, has been read: one type each in this folder, and a
/// line in ``Checks``. Each kind of mistake that it reports has an entry in `docs/diagnostics.md`.
protocol Check: SendableMetatype {
    /// Whether it needs a record or the whole site.
    static var need: CheckNeed { get }
}

/// What a check needs. Each check says so itself, because querying their protocols takes 2 % of a small build.
enum CheckNeed {
    case record(any RecordCheck.Type)
    case site(any SiteCheck.Type)
}

/// A check of a record, for which its file and `status.yml` are enough.
protocol RecordCheck: Check {
    /// The records that it looks at.
    static var subject: RecordSubject { get }

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings)
}

/// A check for which a record is not enough.
protocol SiteCheck: Check {
    static func check(_ site: CheckedSite, into findings: Findings)
}

extension RecordCheck {
    static var need: CheckNeed { .record(Self.self) }
}

extension SiteCheck {
    static var need: CheckNeed { .site(Self.self) }
}

/// The records that a check looks at.
enum RecordSubject: Int, CaseIterable {
    /// Any, even without a kind or a beginning; it has no more than a title, updates and a summary.
    case anyRecord
    /// An incident, whatever its mistakes.
    case incident
    /// Maintenance, whatever its mistakes.
    case maintenance
    /// One without errors that is no draft: of another, what only follows from them would be told.
    case soundRecord
    /// An incident without errors that is no draft, as far as it has happened by now.
    case soundIncident

    /// The subject of checks that look at every record of a kind, even one with errors.
    static let ofKind: [Record.Kind: RecordSubject] = [.incident: .incident, .maintenance: .maintenance]
}
