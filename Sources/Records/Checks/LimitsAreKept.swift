import Diagnostics
import Reliability
import StatusModel

/// What an open incident's severity sets limits to is done within them; the team hears of what is late while it can
/// still be done.
enum LimitsAreKept: RecordCheck {
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let due = assembly.due(for: incident), let severity = assembly.severity(of: incident) else {
            return
        }
        for limit in due.limits where limit.verdict == .missed {
            guard let dueAt = limit.dueAt, let delay = Delay(of: limit.rule, at: assembly.now, in: assembly)
            else { continue }
            let place =
                limit.rule == .acknowledge
                ? assembly.frontMatter.place(of: "started") : assembly.placeOfLatestWord(on: incident)
            findings.warning(
                delay.id, at: place,
                "\(delay.what), and `\(severity.level)` wants that by \(assembly.written(dueAt))",
                hint: delay.hint)
        }
    }
}

/// How the team hears that a limit has passed.
private struct Delay {
    let id: Diagnostic.ID
    /// What has not happened.
    let what: String
    /// What to write once it has.
    let hint: String

    init?(of rule: Judgement.Rule, at now: Instant, in assembly: RecordAssembly) {
        let time = assembly.written(now)
        switch rule {
        case .acknowledge:
            id = Diagnostic.ID("late-acknowledgement")
            what = "nobody has taken this incident on"
            hint = "write since when somebody has: `acknowledged: \(time)`"
        case .firstUpdate:
            id = Diagnostic.ID("late-notice")
            what = "readers have been told nothing"
            hint = "write a first update, even if little is known: `[INVESTIGATING \(time)]`"
        case .identify:
            id = Diagnostic.ID("late-cause")
            what = "the cause is not known"
            hint = "once it is, write an update `[IDENTIFIED …]`, with a line `Root cause:` at its end"
        case .restore:
            id = Diagnostic.ID("late-restoration")
            what = "components are still affected"
            hint =
                "once they work, say since when at the end of an update: `Components: all operational since \(time)`"
        case .resolve:
            id = Diagnostic.ID("late-resolution")
            what = "this incident is not resolved"
            hint =
                "once it is, write an update `[RESOLVED …]`; if it is less urgent than that, "
                + "say so by `Severity:` at the end of one"
        case .watch, .updates, .promise, .postMortemHeld, .postMortem: return nil
        }
    }
}
