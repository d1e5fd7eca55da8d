import Reliability
import StatusModel

/// A component or a group of components in Statuspage's API.
struct StatuspageComponent: Sendable {
    let id: StatuspageID
    let name: String
    let status: ComponentStatus
    let createdAt: Instant
    /// When its status last changed.
    let updatedAt: Instant
    /// The position among its neighbors, from 1.
    let position: Int
    var description: String?
    var startsOn: Day?
    var group: Group?
    /// The ids of a group's components; `nil` for a component.
    var members: [StatuspageID]?

    /// The group that contains a component.
    struct Group: Sendable {
        let id: StatuspageID
        let name: String
    }
}

extension StatuspageComponent {
    /// Makes a group of those components; fails if there are none.
    init?(_ group: Group, of components: [StatuspageComponent], position: Int) {
        guard let createdAt = components.map(\.createdAt).min(),
            let updatedAt = components.map(\.updatedAt).max(),
            let status = components.map(\.status).max()
        else { return nil }
        (id, name, self.status, self.position) = (group.id, group.name, status, position)
        (self.createdAt, self.updatedAt) = (createdAt, updatedAt)
        members = components.map(\.id)
    }

    /// The name that distinguishes it from components of other groups: "Group - Component".
    var fullName: String { (group.map { $0.name + " - " } ?? "") + name }

    func write(to json: inout JSONWriter, pageID: StatuspageID) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("status", status.name)
            json.member("created_at", at: createdAt)
            json.member("updated_at", at: updatedAt)
            json.member("position", position)
            json.member("description", description)
            json.member("showcase", true)
            json.member("start_date", startsOn)
            json.member("group_id", group?.id)
            json.member("page_id", pageID)
            json.member("group", members != nil)
            json.member("only_show_if_degraded", false)
            guard let members else { return }
            json.key("components")
            json.array(of: members)
        }
    }
}
