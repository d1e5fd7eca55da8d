import Diagnostics
import StatusModel

/// A check that runs once all of a file, or of a site, has been read.
///
/// Each check is a type in this folder and a line in ``Checks``. Each kind of mistake that it reports has an entry in
/// `docs/diagnostics.md`.
protocol Check: SendableMetatype {
    /// Whether it needs a record or the whole site.
    static var need: CheckNeed { get }
}

/// The input that a check needs.
///
/// Each check says so itself, because querying their protocols takes 2 % of a small build.
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

/// A check for which a single record is not enough.
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
    /// Any record, even without a kind or a start; it may have no more than a title, updates and a summary.
    case anyRecord
    /// An incident, even with errors.
    case incident
    /// Maintenance, even with errors.
    case maintenance
    /// A record without errors that is not a draft; in others, a check would report what only follows from the errors.
    case soundRecord
    /// An incident without errors that is not a draft, as far as it has happened by now.
    case soundIncident

    /// The subject of checks that look at every record of a kind, even one with errors.
    static let ofKind: [Record.Kind: RecordSubject] = [.incident: .incident, .maintenance: .maintenance]
}
