public import StatusModel

/// What of an incident's checklists is open, for a person at a terminal.
public struct ChecklistText {
    /// How much is done, then stage by stage what is not, with its numbers.
    public let lines: [String]

    /// Writes up the items; nothing if there are none.
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
