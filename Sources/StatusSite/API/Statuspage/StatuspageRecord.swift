import Reliability
import StatusModel

/// An incident or maintenance in Statuspage's API.
struct StatuspageRecord {
    let id: StatuspageID
    let name: String
    let status: String
    /// When the public first heard of it.
    let createdAt: Instant
    /// When anything about it last changed.
    let updatedAt: Instant
    let monitoringAt: Instant?
    let resolvedAt: Instant?
    let impact: String
    /// The address of its page; `nil` if there is none.
    var address: String?
    let startedAt: Instant
    /// The announced start and end of maintenance.
    let schedule: TimeRange?
    /// The updates, the oldest first; there is at least one.
    let updates: [StatuspageUpdate]
    /// The components that it has named, as indices on the page.
    let components: [Component.Index]
}

extension StatuspageRecord {
    func write(to json: inout JSONWriter, for api: StatuspageAPI) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("status", status)
            json.member("created_at", at: createdAt)
            json.member("updated_at", at: updatedAt)
            json.member("monitoring_at", at: monitoringAt)
            json.member("resolved_at", at: resolvedAt)
            json.member("impact", impact)
            json.member("shortlink", address)
            json.member("started_at", at: startedAt)
            json.member("page_id", api.pageID)
            json.key("incident_updates")
            json.array(of: updates.reversed()) { json, update in
                update.write(to: &json, of: id, among: api.components.all)
            }
            json.key("components")
            json.array(of: components) { json, component in
                api.components.all[component].write(to: &json, pageID: api.pageID)
            }
            guard let schedule else { return }
            json.member("scheduled_for", at: schedule.from)
            json.member("scheduled_until", at: schedule.to)
        }
    }
}
