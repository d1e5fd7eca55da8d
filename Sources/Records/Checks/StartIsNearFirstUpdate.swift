import Diagnostics
import StatusModel

/// An incident that was told of a month after it began is more often a slip in its year or month, and every day
/// between would be downtime.
enum StartIsNearFirstUpdate: RecordCheck {
    static let id = Diagnostic.ID("start-far-from-update")
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let started = assembly.frontMatter.started, let first = incident.updates.first?.at,
            first <= assembly.now, first - started.value > 30 * 86_400
        else { return }
        let days = (first - started.value) / 86_400
        findings.warning(
            id, at: started.place, "`started` is \(days) days before the first update",
            hint: "check the year and month: all the time since then counts")
    }
}
