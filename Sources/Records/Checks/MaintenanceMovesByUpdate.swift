public import Diagnostics
public import StatusModel

/// Maintenance that was announced moves by an update: of another time in the front matter nobody is told.
enum MaintenanceMovesByUpdate: SiteCheck {
    static let id = Diagnostic.ID("maintenance-moved")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let zone = site.configuration.page.zone
        for moved in site.movedMaintenance {
            let times = [moved.from, moved.until].compactMap { $0 }.map(zone.written)
            findings.error(
                id, at: moved.place,
                "this was announced for \(times.joined(separator: " to ")), and no update says that it has moved",
                hint: "restore these times, and add an update with `From:` or `Until:`")
        }
    }
}

extension CheckedSite {
    /// Maintenance whose times are other than when its latest update was written.
    public struct MovedMaintenance {
        let place: SourceLocation
        let from: Instant
        let until: Instant?

        /// Makes a finding about maintenance.
        ///
        /// - Parameters:
        ///   - from: when it was to begin, by its front matter then.
        ///   - until: when it was to end; `nil` if that was open.
        public init(at place: SourceLocation, from: Instant, until: Instant?) {
            (self.place, self.from, self.until) = (place, from, until)
        }
    }
}
