import Diagnostics
import Reliability
import StatusModel

/// A check that the checklist items that are due at each stage of an incident are ticked, with one warning for each
/// stage.
///
/// An incident that was resolved long ago and has no ticks is not reported, because its team may have had no checklists
/// then.
enum ChecklistIsTicked: RecordCheck {
    static let id = Diagnostic.ID("unticked-checklist")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), !severity.checklists.isEmpty else { return }
        var meant = incident
        // An item with a typo has been reported already, and is meant to tick the nearest one.
        meant.tickedItems = incident.tickedItems.map { item in
            severity.checklistItems.contains(item: item)
                ? item : nearest(to: item, in: severity.checklistItems) ?? item
        }
        let zone = assembly.configuration.page.zone
        for (stage, items, _) in meant.owedChecklists(of: severity, in: zone, at: assembly.now) {
            let unticked = items.count == 1 ? "an unticked item" : "unticked items"
            findings.warning(
                id, at: assembly.place(of: stage, in: incident),
                "\(assembly.occasion(of: stage, in: incident)), but the `\(severity.level)` checklist has \(unticked): \(list(items.map(\.text)))",
                hint: "when an item is done, tick it: `allclear tick \(incident.id)`")
        }
    }
}

extension RecordAssembly {
    /// Returns the checklist items that the policy requires for the incident.
    func checklist(of incident: Record) -> [ChecklistItem] {
        severity(of: incident).map { incident.checklist(of: $0, in: configuration.page.zone, at: now) } ?? []
    }

    /// Returns the location of the update that made the stage's items due, or of the post-mortem.
    fileprivate func place(of stage: Checklist.Stage, in incident: Record) -> SourceLocation {
        if stage == .after { return placeOfPostMortem(of: incident) }
        return incident.updateLeaving(stage).map { place(ofUpdate: $0) } ?? placeOfResolution(of: incident)
    }

    /// Returns a description of what made the stage's items due.
    fileprivate func occasion(of stage: Checklist.Stage, in incident: Record) -> String {
        switch stage {
        case .investigating: "this incident is past INVESTIGATING"
        case .identified: "this incident is past IDENTIFIED"
        case .monitoring: "this incident is past MONITORING"
        case .resolved: "this incident is resolved"
        case .after:
            overdue(.postMortem, after: incident) != nil
                ? "the post-mortem is overdue" : "the post-mortem is published"
        }
    }
}
