import Diagnostics
import StatusModel

/// A measure is done by its day.
///
/// One that nobody has touched for long is no slip any more, and a history that was brought along is full of them: reports
/// go on counting it, and this says no more.
enum ActionItemsAreDone: RecordCheck {
    static let id = Diagnostic.ID("overdue-action-item")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let (text, today) = (assembly.body.text, assembly.today)
        for (item, line) in zip(record.postMortem?.actionItems ?? [], assembly.actionItemLines) {
            guard item.isOverdue(on: today), let dueOn = item.dueOn,
                today.daysSinceEpoch - dueOn.daysSinceEpoch <= daysTold
            else { continue }
            findings.warning(
                id, at: text.location(ofLineAt: text.start(ofLine: line)),
                "this action item was due on \(dueOn)\(item.owner.map { ": `\($0)` owns it" } ?? "")",
                hint: "if it is done, tick it: `- [x]`; else write the day on which it will be")
        }
    }

    /// For how many days an item is told of.
    private static let daysTold = 90
}
