import Diagnostics
import StatusModel

/// Whom an update says were called in is a step of the ladder, where it is nearly one: otherwise that step stays due.
enum EscalationNamesAStep: RecordCheck {
    static let id = Diagnostic.ID("unknown-escalation")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), !severity.escalations.isEmpty else { return }
        let steps = severity.escalations.map(\.to)
        for (index, update) in incident.updates.enumerated() {
            for people in update.escalatedTo
            where !steps.contains(where: { Severity.Escalation.calls($0, people) }) {
                guard let step = nearest(to: people, in: steps) else { continue }
                findings.warning(
                    id, at: assembly.place(of: .escalated, ofUpdate: index),
                    "`\(severity.level)` has no step that calls in `\(people)`",
                    hint: "did you mean `\(step)`?")
            }
        }
    }
}
