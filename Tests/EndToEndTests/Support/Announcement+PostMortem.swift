import StatusModel
import StatusSite

extension Announcement {
    /// The announcement of a record's post-mortem, if it is published.
    init?(postMortemOf slug: String, on page: StatusPage, now: Instant) {
        guard let record = page.records.first(where: { $0.slug == slug }),
            let news = record.news(by: now, in: page.zone).last(where: { $0.event == .postMortem })
        else { return nil }
        self.init(news, of: record, on: page, now: now)
    }
}
