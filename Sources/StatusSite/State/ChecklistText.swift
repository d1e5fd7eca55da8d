public import StatusModel

/// The open items of an incident's checklists, for a person at a terminal.
public struct ChecklistText {
    /// The number of items that are done, then the open items of each stage, with their numbers.
    public let lines: [String]

    /// Makes the text of the items, which is empty if there are none.
    public init(_ items: [ChecklistItem]) {
        let tally = items.tally
        let open = items.filter { !$0.isDone }.byStage.flatMap { stage, items in
            ["  \(stage.rawValue)" + (items.contains(where: \.isOwed) ? ": due now" : "")]
                + items.map { "    \($0.number). \($0.prose.text)" }
        }
        let more = tally.ifNeeded > 0 ? "; \(tally.ifNeeded) more if needed" : ""
        lines = items.isEmpty ? [] : ["checklist: \(tally.done) of \(tally.total) done\(more)"] + open
    }
}
