import Diagnostics
import StatusModel

/// A check for future maintenance that no update announces, so that it is in no feed or message before it begins.
enum MaintenanceIsAnnounced: RecordCheck {
    static let id = Diagnostic.ID("maintenance-not-announced")
    static let subject = RecordSubject.maintenance

    static func check(_ window: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard window.updates.isEmpty, window.from > assembly.now, !assembly.frontMatter.isDraft else {
            return
        }
        findings.warning(
            id, at: assembly.frontMatter.place(of: "maintenance"),
            "no update announces this maintenance",
            hint: "add a `[SCHEDULED]` update with its time")
    }
}
