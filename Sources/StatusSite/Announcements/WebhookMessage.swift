import Reliability
import StatusModel

/// An announcement as the body of Statuspage's webhooks, so that programs that receive these can receive it.
///
/// Its incident is that of `api/v2`, with the same ids, in its state at the time of the update.
///
/// Source: Statuspage's documentation, "Webhook notifications".
struct WebhookMessage {
    private let announcement: Announcement
    private let site: Site

    init(_ announcement: Announcement, in language: Language) {
        self.announcement = announcement
        var page = announcement.page.seen(by: announcement.page.audience, at: announcement.at)
        page.records = page.records.map { $0.id == announcement.record.id ? announcement.record : $0 }
        site = Site(of: page, now: announcement.at, language: language)
    }

    /// The object, on one line.
    var bytes: [UInt8] {
        let api = StatuspageAPI(of: site)
        let status = site.history.pageStatus
        var json = JSONWriter()
        json.object { json in
            json.key("meta")
            json.object { json in
                json.member("unsubscribe", "")
                let isPublic = announcement.address != nil
                json.member("documentation", isPublic ? site.page.address(of: SubscribePage.path) : "")
            }
            json.key("page")
            json.object { json in
                json.member("id", api.pageID)
                json.member("status_indicator", status.indicator.rawValue)
                json.member("status_description", status.description)
            }
            json.key("incident")
            var record = record
            record.address = announcement.address(fragment: nil)
            record.write(to: &json, for: api)
        }
        return json.bytes
    }

    private var record: StatuspageRecord {
        let (record, page, now) = (announcement.record, site.page, announcement.at)
        switch record.kind {
        case .incident:
            let incident = IncidentFacts(of: record, now: now)
            return incident.map { StatuspageRecord($0, of: page, now: now) }
                ?? StatuspageRecord(notice: record, of: page, now: now)
        case .maintenance: return StatuspageRecord(maintenance: record, of: page, now: now)
        case .notice: return StatuspageRecord(notice: record, of: page, now: now)
        }
    }
}
