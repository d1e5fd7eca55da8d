import StatusModel

/// All maintenance: planned, under way and past.
struct MaintenancePage: PageContext {
    static let template = "maintenance"
    static let summary = "all maintenance: planned, under way and past"

    let head: Head
    let running: HTML
    let planned: HTML
    let past: HTML
    let pastPart: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .html("running", "what is under way, newest first, as the template `entry` makes each") {
                $0.running
            },
            .html("planned", "what is planned, the next first, likewise") { $0.planned },
            .html("past", "what is over, likewise, newest first; at most 500") { $0.past },
            .text("pastPart", "how many of the total are shown; empty if all are") { $0.pastPart },
        ]
    )

    init(frame: Frame) {
        let site = frame.site
        head = Head(
            frame: frame,
            title: frame.words.text.maintenanceTitle,
            summary: "",
            path: "maintenance.html"
        )
        running = frame.entries(of: site.runningMaintenance)
        planned = frame.entries(of: site.plannedMaintenance)
        let over = CutList(of: site.pastMaintenance, RecordList.limit, frame.words) { $0 }
        (past, pastPart) = (frame.entries(of: over.shown), over.part)
    }
}
