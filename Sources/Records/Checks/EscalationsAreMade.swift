import Diagnostics
import Reliability
import StatusModel

/// Whoever the policy calls in, the longer an incident lasts, was called in: so the record says, or the team is told.
enum EscalationsAreMade: RecordCheck {
    static let id = Diagnostic.ID("missed-escalation")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let due = assembly.due(for: incident), let severity = assembly.severity(of: incident) else {
            return
        }
        for step in due.escalations where step.dueAt <= assembly.now {
            findings.warning(
                id, at: assembly.placeOfLatestWord(on: incident),
                "`\(severity.level)` calls in \(step.to): that has been due since \(assembly.written(step.dueAt))",
                hint: "once they are called in, write `Escalated: \(step.to)` at the end of an update")
        }
    }
}

extension RecordAssembly {
    /// What is due for the incident; `nil` if it is not open.
    func due(for incident: Record) -> DueNow? {
        guard incident.isOpen else { return nil }
        return DueNow(of: incident, on: configuration.page, now: now)
    }

    /// The latest update; where there is none, what says when the incident began.
    func placeOfLatestWord(on incident: Record) -> SourceLocation {
        incident.updates.indices.last.map { place(ofUpdate: $0) } ?? frontMatter.place(of: "started")
    }
}
