import Diagnostics
import Reliability
import StatusModel

/// The cause of an open incident is found as soon as its severity's policy says, or the team hears that it is not.
enum CauseIsFound: RecordCheck {
    static let id = Diagnostic.ID("late-cause")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let limit = assembly.missedLimit(.identify, of: incident) else { return }
        findings.warning(
            id, at: assembly.placeOfLatestWord(on: incident),
            "the cause is not known: by `\(limit.level)`, that has been due since \(limit.since)",
            hint: "once it is, write an update `[IDENTIFIED …]`, with a line `Root cause:` at its end")
    }
}
