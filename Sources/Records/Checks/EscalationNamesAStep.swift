import Diagnostics
import StatusModel

/// A check that people who were called in are those of an escalation step, because that step otherwise stays due.
///
/// Any others under `escalated` are reported, but in an update only those that almost match a step.
enum EscalationNamesAStep: RecordCheck {
    static let id = Diagnostic.ID("unknown-escalation")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident) else { return }
        let steps = severity.escalations.map(\.to)
        for call in assembly.frontMatter.escalations where !severity.calls(in: call.people.value) {
            findings.warning(
                id, at: call.people.place, severity.lacksStep(to: call.people.value),
                hint: didYouMean(call.people.value, among: steps)
                    ?? (steps.isEmpty
                        ? "write it under another key of `internal`"
                        : "its steps call in \(list(steps))"))
        }
        guard !steps.isEmpty else { return }
        for (index, update) in incident.updates.enumerated() {
            for people in update.escalatedTo where !severity.calls(in: people) {
                guard let step = nearest(to: people, in: steps) else { continue }
                findings.warning(
                    id, at: assembly.place(of: .escalated, ofUpdate: index), severity.lacksStep(to: people),
                    hint: "did you mean `\(step)`?")
            }
        }
    }
}

extension Severity {
    fileprivate func lacksStep(to people: String) -> String {
        "no escalation step of `\(level)` calls in `\(people)`"
    }
}
