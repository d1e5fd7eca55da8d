import Diagnostics
import StatusModel

/// A check for updates that are after the build's time, and are left out until then.
enum UpdatesLieInThePast: RecordCheck {
    static let id = Diagnostic.ID.timeInFuture
    static let subject = RecordSubject.anyRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        // An incident that is entirely in the future is reported once, at its start.
        guard assembly.frontMatter.started.map({ $0.value <= assembly.now }) ?? true else { return }
        for (index, update) in record.updates.enumerated() where update.at > assembly.now {
            findings.add(inFuture("this update", at: assembly.place(ofTimeOfUpdate: index)))
        }
    }
}

/// Returns the warning for something with a time in the future.
func inFuture(_ what: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
        .warning, .timeInFuture, "\(what) is in the future, so it is left out until then",
        at: place, hint: "check the date and the time zone")
}
