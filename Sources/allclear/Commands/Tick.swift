import ArgumentParser
import Diagnostics
import Records
import StatusModel
import StatusSite

/// `allclear tick`: lists the open and completed items of an incident's checklists, and ticks items.
struct Tick: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the open items on an incident's checklists, or tick items.",
        discussion: """
            For example:

              allclear tick slow          # lists open items
              allclear tick slow 2 3      # ticks items 2 and 3

            The checklists are those of the highest severity that the incident reached. Ticked items are \
            added to `internal: {checklist: […]}`, which the public never sees. The rest of the file does \
            not change. An item keeps its number when others are ticked.
            """
    )

    @Argument(
        help: "The incident: its id, its file, or any part of its id or title that matches no other record.",
        completion: Completions.records
    )
    var id: String?

    @Argument(
        help:
            """
            The numbers of the items to tick. Without numbers, lists the open items and, at a \
            terminal, asks which are done.
            """
    )
    var numbers: [String] = []

    @OptionGroup var options: SiteOptions

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let site = try AuthoredSite(options)
            let path = try site.path(
                ofRecordCalled: id, orOneOf: .tick, asking: Prompt(), telling: console)
            let file = try site.file(path)
            let checklist = try Ticking(of: file, in: site)
            let done = try numbers.isEmpty ? asked(checklist, console) : checklist.items(numbered: numbers)
            // Somebody else may have ticked an item meanwhile: the others are still to be ticked.
            for item in done where item.isDone {
                try console.say("item \(item.number) is already ticked: \(item.text)")
            }
            let open = done.filter { !$0.isDone }
            guard !open.isEmpty else { return }
            let changed = try checklist.ticking(open)
            try site.check(changed, changing: file, for: console)
            try site.replace(file, with: changed)
            try console.write(line: site.place(of: path))
            try console.say("\(open.count) item\(open.count == 1 ? "" : "s") ticked; next:")
            try console.show([site.commit(of: [path], subject: "\(RecordIndex.id(of: path)): checklist")])
        }
    }

    /// Lists the open items and, if there is somebody to ask, returns those that the person says are done.
    private func asked(_ checklist: Ticking, _ console: Console) throws -> [ChecklistItem] {
        for line in ChecklistText(checklist.items).lines { try console.write(line: line) }
        guard checklist.items.contains(where: { !$0.isDone }), let prompt = Prompt() else { return [] }
        return try prompt.answer(to: "Which items are done? (for example, 2 3; Enter for none)") {
            answer in
            try checklist.items(numbered: [answer])
        }
    }
}
