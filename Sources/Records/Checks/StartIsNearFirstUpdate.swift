import Diagnostics
import StatusModel

/// A check for incidents that began more than 30 days before their first update, which is usually a typo in the year or
/// month.
///
/// Every day between would count as downtime.
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
            hint: "check the year and month: all the time since then counts as part of the incident")
    }
}
