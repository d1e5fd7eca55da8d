public import Diagnostics
public import StatusModel

/// A site as a whole, as far as it is known: what ``SiteCheck``s look at.
public struct CheckedSite {
    let configuration: Configuration
    let assembly: SiteAssembly
    let now: Instant
    /// Files of which no record was made.
    public var unreadFiles: [UnreadFile] = []
    /// What internal incidents take from the public figures.
    public var hiddenDowntime: [HiddenDowntime] = []
    /// The updates that were committed of late, each while its record went on.
    public var committedUpdates: [CommittedUpdate] = []
    /// The series that are other than they were when windows of them began.
    public var changedSeries: [ChangedSeries] = []
    /// Announced maintenance that is other than it was when its latest update was committed.
    public var changedMaintenance: [ChangedMaintenance] = []

    /// A site of which no more is known than its own files say.
    public init(_ assembly: SiteAssembly, configuration: Configuration, at now: Instant) {
        (self.assembly, self.configuration, self.now) = (assembly, configuration, now)
    }

    /// Runs those of the checks that look at a site.
    public func check(by checks: Checks = .all, into findings: Findings) {
        for check in checks.ofSites { check.check(self, into: findings) }
    }
}

extension CheckedSite {
    /// A file that may have been meant as a record.
    public enum UnreadFile: Sendable {
        /// In `incidents/`, and called otherwise than records are.
        case misnamed(path: String)
        /// What looks like a record, in another place.
        case misplaced(path: String)
    }

    /// What an internal incident takes from the public figures of a component.
    public struct HiddenDowntime: Sendable {
        let record: Record
        let component: Component.Index
        let seconds: Int

        /// - Parameter seconds: how much more downtime the public figures would have if this one incident were shown, cut to
        ///   whole seconds.
        public init(of component: Component.Index, in record: Record, seconds: Int) {
            (self.component, self.record, self.seconds) = (component, record, seconds)
        }
    }

    /// An update, and when its lines were committed.
    public struct CommittedUpdate: Sendable {
        let update: StatedUpdate
        let committedAt: [Instant]

        /// - Parameter committedAt: of each commit that brought one of its lines; in any order.
        public init(_ update: StatedUpdate, committedAt: [Instant]) {
            (self.update, self.committedAt) = (update, committedAt)
        }
    }
}
