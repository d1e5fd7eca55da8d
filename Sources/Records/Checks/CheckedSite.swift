public import Diagnostics
public import StatusModel

/// A site as a whole, as far as it is known, for ``SiteCheck``s.
public struct CheckedSite {
    let configuration: Configuration
    let assembly: SiteAssembly
    let now: Instant
    /// Files from which no record was made.
    public var unreadFiles: [UnreadFile] = []
    /// The downtime that is missing from the public figures because incidents are internal.
    public var hiddenDowntime: [HiddenDowntime] = []
    /// The updates that were committed recently, each while its record was in progress.
    public var committedUpdates: [CommittedUpdate] = []
    /// The series that have changed since windows of them began.
    public var changedSeries: [ChangedSeries] = []
    /// Announced maintenance that has changed since its latest update was committed.
    public var changedMaintenance: [ChangedMaintenance] = []

    /// Makes a site about which only its own files say anything.
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
        /// A file in `incidents/` that is not named like a record.
        case misnamed(path: String)
        /// A file in another place that looks like a record.
        case misplaced(path: String)
    }

    /// The downtime that is missing from the public figures of a component because an incident is internal.
    public struct HiddenDowntime: Sendable {
        let record: Record
        let component: Component.Index
        let seconds: Int

        /// - Parameter seconds: the downtime that the public figures would have in addition if this one incident were
        ///   shown, rounded down to whole seconds.
        public init(of component: Component.Index, in record: Record, seconds: Int) {
            (self.component, self.record, self.seconds) = (component, record, seconds)
        }
    }

    /// An update, and the times at which its lines were committed.
    public struct CommittedUpdate: Sendable {
        let update: StatedUpdate
        let committedAt: [Instant]

        /// - Parameter committedAt: the times of the commits that added its lines, in any order.
        public init(_ update: StatedUpdate, committedAt: [Instant]) {
            (self.update, self.committedAt) = (update, committedAt)
        }
    }
}
