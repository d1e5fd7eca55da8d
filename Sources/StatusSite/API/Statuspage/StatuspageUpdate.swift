import StatusModel

/// The news of a record at one instant, in Statuspage's API.
struct StatuspageUpdate {
    let id: StatuspageID
    var status: String
    let body: String
    let at: Instant
    /// The components that the record has named so far; empty if there are none.
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

/// The statuses in a record's updates so far, applied one update after the other.
struct ToldStatuses {
    /// The changes, one for each component.
    private(set) var changes: [Change] = []

    /// The status of a component before and after an update.
    struct Change: Equatable {
        let component: Component.Index
        fileprivate(set) var before = ComponentStatus.operational
        fileprivate(set) var after = ComponentStatus.operational
        /// The last declared status, whether or not it applies.
        fileprivate var declared = ComponentStatus.operational
    }

    /// Takes over declarations without showing them.
    mutating func declare(_ statuses: [StatusChange]) {
        for status in statuses { changes[place(of: status.component)].declared = status.status }
    }

    /// Applies an update: the declared statuses apply from then on, or none of them if it ends the record.
    mutating func tell(_ update: Update, holds: Bool) {
        if update.phase == .resolved {
            // Reopening restores the statuses that were declared before.
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
