import Diagnostics
import StatusModel

/// What the policy asks for by a point of an incident's life has been done: one warning for each stage.
///
/// An incident resolved long ago, before its team wrote ticks, is let pass.
enum ChecklistIsTicked: RecordCheck {
    static let id = Diagnostic.ID("unticked-checklist")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), !severity.checklists.isEmpty else { return }
        var meant = incident
        // A slip in an item has been told of, and is meant to tick the nearest.
        meant.tickedItems = incident.tickedItems.map { item in
            severity.checklistItems.contains(item: item)
                ? item : nearest(to: item, in: severity.checklistItems) ?? item
        }
        for (stage, items) in assembly.checklist(of: meant).byStage {
            let missing = items.filter(\.isOwed).map(\.text)
            guard !missing.isEmpty, !assembly.letsPass(stage, of: incident, by: severity) else { continue }
            findings.warning(
                id, at: assembly.place(of: stage, in: incident),
                "\(assembly.occasion(of: stage, in: incident)), and the checklist of `\(severity.level)` is not ticked: \(list(missing))",
                hint: "see to it, and tick what is done: `allclear tick \(incident.id)`")
        }
    }
}

extension RecordAssembly {
    /// What the policy asks of the incident.
    func checklist(of incident: Record) -> [ChecklistItem] {
        severity(of: incident).map { incident.checklist(of: $0, in: configuration.page.zone, at: now) } ?? []
    }

    /// Whether it is too late to ask: a week after the resolution, or after what came later, where nothing is ticked.
    fileprivate func letsPass(_ stage: Checklist.Stage, of incident: Record, by severity: Severity) -> Bool {
        let week = 7 * 86_400
        guard frontMatter.checklist == nil, let resolvedAt = incident.resolvedAt,
            let askedAt = incident.askedAt(stage, by: severity, in: configuration.page.zone)
        else { return false }
        return max(resolvedAt, askedAt) + week < now
    }

    /// The update that made the stage's items due, or the post-mortem.
    fileprivate func place(of stage: Checklist.Stage, in incident: Record) -> SourceLocation {
        if stage == .after { return placeOfAccount(of: incident) }
        return incident.updateLeaving(stage).map { place(ofUpdate: $0) } ?? placeOfResolution(of: incident)
    }

    /// What made the stage's items due.
    fileprivate func occasion(of stage: Checklist.Stage, in incident: Record) -> String {
        switch stage {
        case .investigating: "the incident is past INVESTIGATING"
        case .identified: "the incident is past IDENTIFIED"
        case .monitoring: "the incident is past MONITORING"
        case .resolved: "this incident is resolved"
        case .after:
            owesPostMortem(incident) ? "the post-mortem is overdue" : "the post-mortem is published"
        }
    }
}
