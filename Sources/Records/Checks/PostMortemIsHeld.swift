import Diagnostics
import Reliability
import StatusModel

/// The team meets over a post-mortem as soon as the severity wants, or has said that it will.
enum PostMortemIsHeld: RecordCheck {
    static let id = Diagnostic.ID("overdue-post-mortem-meeting")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), let within = severity.postMortem?.heldWithin,
            let meeting = assembly.missedMeeting(over: incident), let dueAt = meeting.dueAt
        else { return }
        let limit =
            "`\(severity.level)` wants it within `\(Duration(seconds: within))`: by \(assembly.written(dueAt))"
        if let heldAt = meeting.doneAt {
            findings.warning(
                id, at: assembly.placeOfAccount(of: incident),
                "the meeting over the post-mortem is set for \(assembly.written(heldAt)), and \(limit)",
                hint: "move it, if you can, and correct `Scheduled:`")
        } else {
            findings.warning(
                id, at: assembly.placeOfAccount(of: incident),
                "nothing says when the team meets over the post-mortem, and \(limit)",
                hint: "write when it was or will be under the heading `# Post-mortem`, as in "
                    + "`Scheduled: \(assembly.written(assembly.now.droppingSeconds))`")
        }
    }
}

extension RecordAssembly {
    /// The meeting that was due and that nobody has scheduled, with no publication to stand for it; or that is still to
    /// come, and too late.
    fileprivate func missedMeeting(over incident: Record) -> Judgement? {
        PolicyCompliance(of: incident, on: configuration.page, now: now).judgements
            .first {
                $0.rule == .postMortemHeld && $0.verdict == .missed && $0.doneAt.map { $0 > now } ?? true
            }
    }
}
