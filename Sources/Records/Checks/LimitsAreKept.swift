import Diagnostics
import Reliability
import StatusModel

/// A check that an open incident is within the limits of its severity, so that the team can still act on what is late.
enum LimitsAreKept: RecordCheck {
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let due = assembly.due(for: incident), let severity = assembly.severity(of: incident) else {
            return
        }
        for limit in due.limits where limit.verdict == .missed {
            guard let dueAt = limit.dueAt,
                let delay = Delay(of: limit.rule, in: incident, at: assembly.written(assembly.now))
            else { continue }
            let place =
                limit.rule == .acknowledge
                ? assembly.frontMatter.place(of: "started") : assembly.placeOfLatestWord(on: incident)
            findings.warning(
                delay.id, at: place,
                "\(delay.what), and the `\(severity.level)` time limit expired at \(assembly.written(dueAt))",
                hint: delay.hint)
        }
    }
}

/// The wording of the warning that a limit has passed.
private struct Delay {
    let id: Diagnostic.ID
    /// A clause that says what has not happened.
    let what: String
    /// A hint about what to write once it has happened.
    let hint: String

    /// - Parameter time: now, as records write it.
    init?(of rule: Judgement.Rule, in incident: Record, at time: String) {
        switch rule {
        case .acknowledge:
            id = Diagnostic.ID("late-acknowledgement")
            what = "nobody has acknowledged this incident"
            hint = "if somebody has acknowledged it, add the time: `acknowledged: \(time)`"
        case .firstUpdate:
            id = Diagnostic.ID("late-notice")
            what = "this incident has no update yet"
            hint = "add a first update, even if little is known: `[INVESTIGATING \(time)]`"
        case .identify:
            id = Diagnostic.ID("late-cause")
            what = "the cause is not known"
            hint =
                "once the cause is known, add an `[IDENTIFIED …]` update that ends with a `Root cause:` line"
        case .restore:
            id = Diagnostic.ID("late-restoration")
            let namesComponents =
                !incident.components.isEmpty || incident.updates.contains { !$0.changes.isEmpty }
            what = namesComponents ? "components are still affected" : "the impact has not ended"
            hint =
                namesComponents
                ? "once they work again, add the time of recovery to an update: "
                    + "`Components: all operational since \(time)`"
                : "once the impact has ended, add the time: `ended: \(time)`"
        case .resolve:
            id = Diagnostic.ID("late-resolution")
            what = "this incident is not resolved"
            hint =
                "once it is resolved, add a `[RESOLVED …]` update; if the incident is less urgent than its severity says, "
                + "end an update with a `Severity:` line"
        case .watch, .updates, .promise, .postMortemHeld, .postMortem: return nil
        }
    }
}
