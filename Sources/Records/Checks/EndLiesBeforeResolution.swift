import Diagnostics
import StatusModel

/// A check that the impact of an incident ends before its resolution, or at the same time.
enum EndLiesBeforeResolution: RecordCheck {
    static let id = Diagnostic.ID("end-after-resolution")
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let ended = assembly.frontMatter.ended, !incident.updates.isEmpty,
            let resolvedAt = incident.resolvedAt, ended.value > resolvedAt
        else { return }
        let (day, time) = assembly.configuration.page.zone.local(resolvedAt)
        findings.error(
            id, at: ended.place, "`ended` is later than the resolution at \(day) \(time)",
            hint: "correct one of the two, or write `[MONITORING]` until the impact has ended")
    }
}
