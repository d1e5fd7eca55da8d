import Diagnostics
import StatusModel

/// A measure that belongs to nobody, or to no day, is not taken.
enum ActionItemsAreComplete: RecordCheck {
    static let id = Diagnostic.ID("incomplete-action-item")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let items = record.postMortem?.actionItems ?? []
        for (item, line) in zip(items, assembly.actionItemLines) {
            guard !item.isDone, let missing = item.missing else { continue }
            let text = assembly.body.text
            findings.warning(
                id, at: text.location(ofLineAt: text.start(ofLine: line)),
                "this action item has \(missing)",
                hint: "write both at the end: `(Owner: Data team, Due: 2026-01-09)`")
        }
    }
}

extension ActionItem {
    /// What it lacks; nothing where it is complete.
    fileprivate var missing: String? {
        switch (owner, dueOn) {
        case (nil, nil): "no owner and no due date"
        case (nil, _?): "no owner"
        case (_?, nil): "no due date"
        case (_?, _?): nil
        }
    }
}
