import StatusModel

/// All maintenance: planned, under way and past.
struct MaintenancePage: PageContext {
    static let template = "maintenance"
    static let summary = "all maintenance: planned, under way and past"

    let head: Head
    let running: [EntryContext]
    let planned: [EntryContext]
    let past: [EntryContext]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .flag("hasRunning", "whether any is under way") { !$0.running.isEmpty },
            .list("running", "what is under way, newest first") { $0.running },
            .flag("hasPlanned", "whether any is planned") { !$0.planned.isEmpty },
            .list("planned", "what is planned, the next first") { $0.planned },
            .flag("hasPast", "whether any is over") { !$0.past.isEmpty },
            .list("past", "what is over, newest first") { $0.past },
        ]
    )

    init(frame: Frame) {
        let site = frame.site
        head = Head(frame: frame, title: "Maintenance", summary: "", path: "maintenance.html")
        running = site.runningMaintenance.map { EntryContext($0, frame: frame) }
        planned = site.plannedMaintenance.map { EntryContext($0, frame: frame) }
        past = site.pastMaintenance.map { EntryContext($0, frame: frame) }
    }
}
