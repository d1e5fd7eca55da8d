import Reliability
import StatusModel

/// The values by which the script finds that a page is outdated, and the texts that it then shows.
struct NewsContext: TemplateContext {
    let state: String
    let due: String
    let overdue: HTML?

    static let vocabulary = Vocabulary<Self>([
        .text("state", "the content of `api/v2/status.json` while there is no news") { $0.state },
        .text("due", "when the page next has to change; may be empty") { $0.due },
        .html("overdue", "a sentence that readers see once that time is past; may be empty") {
            $0.overdue
        },
    ])

    init(of site: Site) {
        state = StatuspageAPI.state(of: site)
        // The end of a day does not count: readers lose nothing if the bars move in the morning.
        let next = site.nextChange?.dueAt
        due = next?.description ?? ""
        overdue = next.map { site.words.html.pageOverdue(time: site.words.element($0)) }
    }
}
