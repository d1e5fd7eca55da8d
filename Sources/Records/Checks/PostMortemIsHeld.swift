import Diagnostics
import Reliability
import StatusModel

/// A check that the team met about a post-mortem, or has scheduled the meeting, within the time that the severity
/// requires.
enum PostMortemIsHeld: RecordCheck {
    static let id = Diagnostic.ID("overdue-post-mortem-meeting")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), let within = severity.postMortem?.heldWithin
        else { return }
        let tell = { (what: String, dueAt: Instant, hint: String) in
            findings.warning(
                id, at: assembly.placeOfPostMortem(of: incident),
                "\(what), but `\(severity.level)` requires one within `\(Duration(seconds: within))` (by \(assembly.written(dueAt)))",
                hint: hint)
        }
        if let dueAt = assembly.overdue(.postMortemHeld, after: incident) {
            tell(
                "no post-mortem meeting is recorded", dueAt,
                "add the time of the meeting under the `# Post-mortem` heading, for example "
                    + "`Scheduled: \(assembly.written(assembly.now.droppingSeconds))`")
        } else if let late = assembly.lateMeeting(over: incident) {
            tell(
                "the post-mortem meeting is scheduled for \(assembly.written(late.heldAt))", late.dueAt,
                "if you can, hold it earlier and correct `Scheduled:`")
        }
    }
}

extension RecordAssembly {
    /// Returns the times of a future meeting that is too late.
    fileprivate func lateMeeting(over incident: Record) -> (heldAt: Instant, dueAt: Instant)? {
        let judgements = Judgement.ofPostMortem(of: incident, on: configuration.page, now: now)
        guard let heldAt = incident.postMortem?.scheduledAt, heldAt > now,
            let dueAt = judgements.first(where: { $0.rule == .postMortemHeld && $0.verdict == .missed })?
                .dueAt
        else { return nil }
        return (heldAt, dueAt)
    }
}
