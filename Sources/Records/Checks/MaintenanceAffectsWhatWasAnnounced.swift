import Diagnostics
import StatusModel

/// A check that announced maintenance changes its components only by an update, because feeds and calendars say what
/// updates say.
enum MaintenanceAffectsWhatWasAnnounced: SiteCheck {
    static let id = Diagnostic.ID("maintenance-changed")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let components = site.configuration.page.components
        for change in site.changedMaintenance {
            let changes = change.record.changedMaintenanceStatuses(since: change.announced)
            guard !changes.isEmpty else { continue }
            let names = { (isAdded: Bool) in
                changes.filter { ($0.status != .operational) == isAdded }.map { components[$0.component].id }
            }
            let differences = [("now also affects", names(true)), ("no longer affects", names(false))]
                .filter { !$0.1.isEmpty }
                .map { "\($0) \(list($1, atMost: limit))" }
            var line = changes.prefix(limit).map { "\(components[$0.component].id) \($0.status.name)" }
            if changes.count > limit { line.append("…") }
            findings.warning(
                id, at: change.componentsPlace,
                "this announced maintenance \(differences.joined(separator: " and ")), but no update says so",
                hint: "add an `[UPDATE]` with the line `Components: \(line.joined(separator: ", "))`")
        }
    }

    /// The maximum number of components that a message names.
    private static let limit = 12
}
