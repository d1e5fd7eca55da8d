import Diagnostics
import StatusModel

/// A check that open action items have an owner and a due date, because others are not done.
enum ActionItemsAreComplete: RecordCheck {
    static let id = Diagnostic.ID("incomplete-action-item")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let items = record.postMortem?.actionItems ?? []
        for (item, line) in zip(items, assembly.actionItemLines) {
            guard !item.isDone, let missing = item.missing else { continue }
            let text = assembly.body.text
            if let due = item.dueWithoutColon {
                findings.warning(
                    id, at: text.location(of: due.written, from: text.start(ofLine: line)),
                    "`\(due.written)` has no colon, so it is not read as the due date",
                    hint: "write `Due: \(due.day)`")
                continue
            }
            findings.warning(
                id, at: text.location(ofLineAt: text.start(ofLine: line)),
                "this action item has \(missing)",
                hint: "write both at the end: `(Owner: Data team, Due: 2026-01-09)`")
        }
    }
}

extension ActionItem {
    /// A due date that is written without its colon, such as `Due 2026-01-09`, in the text or in another field.
    fileprivate var dueWithoutColon: (written: String, day: String)? {
        guard dueOn == nil else { return nil }
        for text in [text, owner, ticket].compactMap(\.self) {
            guard let match = text.firstMatch(of: /\b[Dd][Uu][Ee] +(\d{4}-\d\d-\d\d)\b/) else { continue }
            return (String(match.0), String(match.1))
        }
        return nil
    }

    /// A description of what it lacks; `nil` if it is complete.
    fileprivate var missing: String? {
        switch (owner, dueOn) {
        case (nil, nil): "no owner and no due date"
        case (nil, _?): "no owner"
        case (_?, nil): "no due date"
        case (_?, _?): nil
        }
    }
}
