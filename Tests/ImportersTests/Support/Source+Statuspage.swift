@testable import Importers

extension Source {
    /// One page of incidents, beside a page with two components.
    static func statuspage(_ incidents: String, more: [String: String] = [:]) -> Source {
        Source(
            .statuspage,
            more.merging(["components.json": components, "incidents.json": "{\"incidents\": [\(incidents)]}"])
            { $1 }
        )
    }

    static let components = """
        {
          "page": {"id": "p1", "name": "Harbour", "url": "https://status.example.com", "time_zone": "Etc/UTC"},
          "components": [
            {"id": "c1", "name": "Crane API", "status": "operational", "position": 2, "group_id": null},
            {"id": "c2", "name": "Web", "status": "operational", "position": 1, "group_id": null}
          ]
        }
        """

    /// An incident's JSON.
    ///
    /// - Parameter updates: the newest first: time, status, body, the rest of its keys.
    static func incident(
        _ keys: String,
        id: String = "i1",
        name: String = "Cranes are slow",
        updates: [(at: String, status: String, body: String, more: String)]
    ) -> String {
        let list = updates.map { update in
            let body = update.body.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            let at = "\"display_at\": \"\(update.at)\", \"created_at\": \"2001-01-01T00:00:00Z\""
            return "{\"status\": \"\(update.status)\", \"body\": \"\(body)\", \(at)\(update.more)}"
        }
        return
            "{\"id\": \"\(id)\", \"name\": \"\(name)\", \(keys), \"incident_updates\": [\(list.joined(separator: ","))]}"
    }

    /// The key `affected_components`, with a comma before it.
    static func affected(_ changes: (code: String, before: String, after: String)...) -> String {
        let list = changes.map { change in
            "{\"code\": \"\(change.code)\", \"name\": \"Group - \(change.code)\", "
                + "\"old_status\": \"\(change.before)\", \"new_status\": \"\(change.after)\"}"
        }
        return ", \"affected_components\": [\(list.joined(separator: ","))]"
    }
}
