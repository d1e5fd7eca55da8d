import Diagnostics
import StatusModel

/// A check that ticked items are on the checklist of the incident's severity.
enum ChecklistItemsAreKnown: RecordCheck {
    static let id = Diagnostic.ID("unknown-checklist-item")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident) else { return }
        for item in assembly.frontMatter.tickedItems where !severity.checklistItems.contains(item: item.value)
        {
            findings.warning(
                id, at: item.place,
                "`\(item.value)` is not on the `\(severity.level)` checklist",
                hint: didYouMean(item.value, among: severity.checklistItems)
                    ?? (severity.checklistItems.isEmpty
                        ? "remove it: `\(severity.level)` has no `checklist` in `status.yml`"
                        : "its items are \(list(severity.checklistItems))"))
        }
    }
}

extension [String] {
    /// Whether the checklist has the item, in any case.
    func contains(item: String) -> Bool {
        contains { $0.trimmed.folded == item.trimmed.folded }
    }
}
