import Diagnostics
import StatusModel

/// A check that no time of an incident is before its start.
enum TimesLieAfterStart: RecordCheck {
    static let id = Diagnostic.ID.timeBeforeStart
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        let frontMatter = assembly.frontMatter
        let times =
            [
                ("detected", frontMatter.detected), ("acknowledged", frontMatter.acknowledged),
                ("ended", frontMatter.ended),
            ] + frontMatter.escalations.map { (FrontMatter.escalatedKey, $0.at) }
        for (key, time) in times {
            guard let time, time.value < incident.from else { continue }
            let note = frontMatter.started.map { Diagnostic.Note("it starts here", at: $0.place) }
            findings.error(
                id, at: time.place, "`\(key)` is before the incident's start",
                hint: frontMatter.started == nil
                    ? "add `started`: without it, the incident starts at its first update"
                    : "correct one of the two times",
                related: [note].compactMap { $0 })
        }
    }
}
