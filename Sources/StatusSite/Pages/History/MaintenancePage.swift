import StatusModel

/// All maintenance: in progress, scheduled and past.
struct MaintenancePage: PageContext {
    static let template = "maintenance"
    static let summary = "all maintenance: in progress, scheduled and past"

    let head: Head
    let runningHeading: String
    let running: HTML
    let plannedHeading: String
    let planned: HTML
    let past: HTML
    let pastPart: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("runningHeading", "the name of that phase, for example In progress") {
                $0.runningHeading
            },
            .html("running", "the maintenance in progress, newest first, each made by the template `entry`") {
                $0.running
            },
            .text("plannedHeading", "the name of that phase, for example Scheduled") { $0.plannedHeading },
            .html("planned", "the scheduled maintenance, the next first, in the same way") { $0.planned },
            .html("past", "past maintenance, newest first, in the same way; at most 500") { $0.past },
            .text("pastPart", "the number shown out of the total; empty if all are shown") { $0.pastPart },
        ]
    )

    init(layout: Layout) {
        let site = layout.site
        head = Head(
            layout: layout,
            title: layout.words.text.maintenanceTitle,
            summary: "",
            path: "maintenance.html"
        )
        runningHeading = layout.words.label(of: .inProgress)
        plannedHeading = layout.words.label(of: .scheduled)
        running = layout.entries(of: site.runningMaintenance)
        planned = layout.entries(of: site.plannedMaintenance)
        let over = CutList(of: site.pastMaintenance, RecordList.limit, layout.words) { $0 }
        (past, pastPart) = (layout.entries(of: over.shown), over.part)
    }
}
