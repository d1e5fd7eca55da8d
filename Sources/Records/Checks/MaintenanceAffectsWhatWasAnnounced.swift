import Diagnostics
import StatusModel

/// Maintenance that was announced affects other components by an update: feeds and calendars say what updates say.
enum MaintenanceAffectsWhatWasAnnounced: SiteCheck {
    static let id = Diagnostic.ID("maintenance-changed")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let components = site.configuration.page.components
        for change in site.changedMaintenance {
            let changes = change.record.changedMaintenanceStatuses(since: change.announced)
            guard !changes.isEmpty else { continue }
            let names = { (isAdded: Bool) in
                changes.filter { ($0.status != .operational) == isAdded }
                    .map { "`\(components[$0.component].id)`" }.joined(separator: ", ")
            }
            let (added, gone) = (names(true), names(false))
            let sentences = [
                added.isEmpty ? nil : "now also affects \(added)",
                gone.isEmpty ? nil : "no longer affects \(gone)",
            ]
            let line = changes.map { "\(components[$0.component].id) \($0.status.name)" }
            findings.warning(
                id, at: change.componentsPlace,
                "this announced maintenance \(sentences.compactMap { $0 }.joined(separator: " and ")), but no update says so",
                hint: "add an `[UPDATE]` with the line `Components: \(line.joined(separator: ", "))`")
        }
    }
}
