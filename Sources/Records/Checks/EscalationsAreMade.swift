import Diagnostics
import Reliability
import StatusModel

/// A check that an incident's record says that the people whom the policy requires by now were called in.
enum EscalationsAreMade: RecordCheck {
    static let id = Diagnostic.ID("missed-escalation")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let due = assembly.due(for: incident), let severity = assembly.severity(of: incident) else {
            return
        }
        // The latest few are enough to find the one that was meant.
        let others = incident.allEscalations.suffix(5).map(\.people).filter { !severity.calls(in: $0) }
        for step in due.escalations where step.dueAt <= assembly.now {
            findings.warning(
                id, at: assembly.placeOfLatestWord(on: incident),
                "`\(severity.level)` requires calling in `\(step.to)` by \(assembly.written(step.dueAt)), "
                    + "but the record does not show it",
                hint: others.isEmpty
                    ? "once done, end an update with `Escalated: \(step.to)`; if you have no update to post, "
                        + "add the time under `internal`: `escalated: {\(YAMLString.quoted(step.to)): \(assembly.written(assembly.now))}`"
                    : "if \(list(others, or: true)) means the same people, use the name from `status.yml`: `Escalated: \(step.to)`"
            )
        }
    }
}

extension Severity {
    /// Whether an escalation step calls in those people.
    func calls(in people: String) -> Bool {
        escalations.contains { Escalation.calls($0.to, people) }
    }
}

extension RecordAssembly {
    /// Returns what is due for the incident; `nil` if it is not open.
    func due(for incident: Record) -> DueNow? {
        guard incident.isOpen else { return nil }
        return DueNow(of: incident, on: configuration.page, now: now)
    }

    /// Returns the location of the latest update or, if there is none, of the incident's start.
    func placeOfLatestWord(on incident: Record) -> SourceLocation {
        incident.updates.indices.last.map { place(ofUpdate: $0) } ?? frontMatter.place(of: "started")
    }
}
