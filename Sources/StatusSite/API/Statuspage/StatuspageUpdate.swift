import StatusModel

/// What was said of a record at one instant, as Statuspage's API tells of it.
struct StatuspageUpdate {
    let id: StatuspageID
    var status: String
    let body: String
    let at: Instant
    /// The components that the record has named so far; empty where it has named none.
    let affected: [ToldStatuses.Change]
}

extension StatuspageUpdate {
    func write(to json: inout JSONWriter, of recordID: StatuspageID, among components: [StatuspageComponent])
    {
        json.object { json in
            json.member("id", id)
            json.member("status", status)
            json.member("body", body)
            json.member("incident_id", recordID)
            json.member("created_at", at: at)
            json.member("updated_at", at: at)
            json.member("display_at", at: at)
            json.key("affected_components")
            write(affected, among: components, to: &json)
            json.member("deliver_notifications", true)
            json.member("custom_tweet", String?.none)
            json.member("tweet_id", Int?.none)
        }
    }

    private func write(
        _ changes: [ToldStatuses.Change],
        among components: [StatuspageComponent],
        to json: inout JSONWriter
    ) {
        guard !changes.isEmpty else { return json.value(String?.none) }
        json.array(of: changes) { json, change in
            json.object { json in
                json.member("code", components[change.component].id)
                json.member("name", components[change.component].fullName)
                json.member("old_status", change.before.name)
                json.member("new_status", change.after.name)
            }
        }
    }
}

/// The statuses that a record's updates have told so far, one update after the other.
struct ToldStatuses {
    /// By component.
    private(set) var changes: [Change] = []

    /// A component's status up to an update and from it on.
    struct Change: Equatable {
        let component: Component.Index
        fileprivate(set) var before = ComponentStatus.operational
        fileprivate(set) var after = ComponentStatus.operational
        /// What was last declared, whether or not it holds.
        fileprivate var declared = ComponentStatus.operational
    }

    /// Takes in declarations without telling of them.
    mutating func declare(_ statuses: [StatusChange]) {
        for status in statuses { changes[place(of: status.component)].declared = status.status }
    }

    /// Takes in an update; what is declared holds from it on, or, where it ends all, nothing does.
    mutating func tell(_ update: Update, holds: Bool) {
        if update.phase == .resolved {
            // Reopening brings back what was declared before.
            for change in update.changes { _ = place(of: change.component) }
        } else {
            declare(update.changes)
        }
        for place in changes.indices {
            changes[place].before = changes[place].after
            changes[place].after = holds ? changes[place].declared : .operational
        }
    }

    private mutating func place(of component: Component.Index) -> Int {
        let place = changes.firstIndex { $0.component >= component } ?? changes.count
        if place == changes.count || changes[place].component != component {
            changes.insert(Change(component: component), at: place)
        }
        return place
    }
}
