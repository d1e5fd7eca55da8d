import Diagnostics
import Reliability
import StatusModel

/// The team meets over a post-mortem as soon as the severity demands, or has said when it will.
enum PostMortemIsHeld: RecordCheck {
    static let id = Diagnostic.ID("overdue-post-mortem-meeting")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), let within = severity.postMortem?.heldWithin,
            let dueAt = assembly.overdue(.postMortemHeld, after: incident)
        else { return }
        findings.warning(
            id, at: assembly.placeOfAccount(of: incident),
            "`\(severity.level)` demands a meeting over the post-mortem within `\(Duration(seconds: within))`: it has been due since \(assembly.written(dueAt))",
            hint: "write when it was or will be under the heading `# Post-mortem`, as in "
                + "`Scheduled: \(assembly.written(assembly.now.droppingSeconds))`")
    }
}
