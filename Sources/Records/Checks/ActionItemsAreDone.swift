import Diagnostics
import StatusModel

/// A check for action items that are overdue.
///
/// An item that nobody has touched for a long time is not reported any more, but reports continue to count it.
enum ActionItemsAreDone: RecordCheck {
    static let id = Diagnostic.ID("overdue-action-item")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let (text, today) = (assembly.body.text, assembly.today)
        for (item, line) in zip(record.postMortem?.actionItems ?? [], assembly.actionItemLines) {
            guard item.isOwed(on: today), let dueOn = item.dueOn else { continue }
            findings.warning(
                id, at: text.location(ofLineAt: text.start(ofLine: line)),
                "this action item was due on \(dueOn)\(item.owner.map { " (owner: `\($0)`)" } ?? "")",
                hint: "if it is done, tick it: `- [x]`; otherwise, set a new `Due:` date")
        }
    }
}
