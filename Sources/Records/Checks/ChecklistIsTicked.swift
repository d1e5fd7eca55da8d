import Diagnostics
import StatusModel

/// What the policy asks for before an incident is closed has been done.
///
/// An incident resolved long ago, before its team wrote ticks, is let pass.
enum ChecklistIsTicked: RecordCheck {
    static let id = Diagnostic.ID("unticked-checklist")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        let week = 7 * 86_400
        guard let severity = assembly.severity(of: incident), !severity.checklistItems.isEmpty,
            let resolvedAt = incident.resolvedAt
        else { return }
        let checklist = assembly.frontMatter.checklist
        guard checklist != nil || resolvedAt + week >= assembly.now else { return }
        // A slip in an item has been told of, and is meant to tick the nearest.
        let ticked = incident.tickedItems.map { item in
            severity.checklistItems.contains(item: item)
                ? item : nearest(to: item, in: severity.checklistItems) ?? item
        }
        let asked = severity.checklists.filter { $0.stage != .after }.flatMap(\.items)
        let missing = asked.filter { !ticked.contains(item: $0) }
        guard !missing.isEmpty else { return }
        findings.warning(
            id, at: checklist?.location ?? assembly.placeOfResolution(of: incident),
            "this incident is resolved, and the checklist of `\(severity.level)` is not ticked: \(list(missing))",
            hint: "see to it, and list what is done under `internal: {checklist: […]}`")
    }
}
