import Diagnostics
import JSONFiles
import StatusModel

/// An update of an incident of Statuspage.
struct StatuspageUpdate {
    let at: Instant
    /// The word of Statuspage for the phase.
    let word: String
    let text: String
    /// The changes of components in the update, in its order.
    private(set) var changes: [Change] = []
    let place: SourceLocation
    private(set) var remarks: [Remark]

    struct Change {
        let code: String?
        let name: String
        let before: ComponentStatus?
        let after: ComponentStatus
    }

    init(_ object: JSONObject) throws(Refusal) {
        guard let at = try object.instant("display_at", "created_at") else {
            throw Refusal("this update has no time: there is no `display_at`", at: object.place)
        }
        (self.at, place) = (at, object.place)
        word = (object.text("status") ?? "").lowercased()
        let body = StatuspageText(object.text("body") ?? "", at: place, isMarkdown: word == "postmortem")
        (text, remarks) = (body.markdown, body.remarks)
        for element in object.json["affected_components"]?.elements ?? [] {
            take(JSONObject(json: element, file: object.file))
        }
    }

    /// Returns the updates of an incident, the oldest first.
    static func all(of incident: JSONObject) throws(Refusal) -> [StatuspageUpdate] {
        var updates: [StatuspageUpdate] = []
        for element in incident.json["incident_updates"]?.elements.reversed() ?? [] {
            updates.append(try StatuspageUpdate(JSONObject(json: element, file: incident.file)))
        }
        // Pages list the newest first. Updates of the same time keep the reversed order.
        return updates.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private mutating func take(_ component: JSONObject) {
        guard let name = component.text("name") else { return }
        let word = component.text("new_status") ?? ""
        guard let after = ComponentStatus(statuspageName: word) else {
            remarks.append(Remark("unknown status `\(word)`: it is left out", at: component.place))
            return
        }
        let before = component.text("old_status").flatMap { ComponentStatus(statuspageName: $0) }
        changes.append(Change(code: component.text("code"), name: name, before: before, after: after))
    }
}
