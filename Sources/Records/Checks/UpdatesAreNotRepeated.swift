import Diagnostics
import StatusModel

/// A check for updates that were sent twice, by two people or by an impatient one, and would be news twice.
enum UpdatesAreNotRepeated: RecordCheck {
    static let id = Diagnostic.ID("duplicate-update")
    static let subject = RecordSubject.anyRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let isNear = { (one: Update, other: Update) in other.at - one.at <= 120 }
        guard zip(record.updates, record.updates.dropFirst()).contains(where: isNear) else { return }
        var latest: [Saying: Int] = [:]
        for (index, update) in record.updates.enumerated() {
            let former = latest.updateValue(index, forKey: Saying(update))
            guard let former, isNear(record.updates[former], update) else { continue }
            findings.warning(
                id, at: assembly.place(ofUpdate: index),
                "this record contains the same update twice", hint: "remove one of them",
                related: [Diagnostic.Note("the other is here", at: assembly.place(ofUpdate: former))])
        }
    }
}

/// The content that makes two updates the same to a reader.
private struct Saying: Hashable {
    let phase: Phase
    let text: String
    /// The changes of an update without a text; empty for one with a text.
    let changes: [StatusChange]

    init(_ update: Update) {
        phase = update.phase
        text = update.prose.text
        changes = text.isEmpty ? update.changes : []
    }
}
