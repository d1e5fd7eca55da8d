import Diagnostics
import JSONFiles

/// A response of Statuspage's API, such as `summary.json` or `incidents.json`, recognized by its contents, not its
/// name.
///
/// Lists without a name, as in the API for managers, are read in the same way.
struct StatuspageFile {
    let file: SourceFile
    private(set) var page: JSONObject?
    private(set) var components: [JSONObject] = []
    private(set) var incidents: [JSONObject] = []
    /// The other elements of its lists.
    private(set) var others: [JSONObject] = []

    init(_ file: SourceFile) throws(Refusal) {
        self.file = file
        let root = try JSONReader.read(file)
        page = root["page"].map { JSONObject(json: $0, file: file) }
        var lists = ["components", "incidents", "scheduled_maintenances"].flatMap { root[$0]?.elements ?? [] }
        lists += [root["incident"], root["scheduled_maintenance"]].compactMap { $0 }
        if root.keys.contains("incident_updates") { lists = [root] }
        for element in lists { take(element, isListed: true) }
        for element in root.elements { take(element, isListed: false) }
    }

    /// When the page was changed, as written in it; empty if it does not say so.
    var changedAt: String { page?.text("updated_at") ?? "" }

    /// Whether the file contains nothing of Statuspage.
    var isEmpty: Bool { page == nil && components.isEmpty && incidents.isEmpty && others.isEmpty }
}

private extension StatuspageFile {
    mutating func take(_ element: JSON, isListed: Bool) {
        let object = JSONObject(json: element, file: file)
        // An incident may lack updates, but no component has an impact or a window.
        let keys: Set = ["incident_updates", "impact", "scheduled_for"]
        if !keys.isDisjoint(with: element.keys) {
            incidents.append(object)
        } else if element["name"] != nil, element["status"] != nil || element["components"] != nil {
            components.append(object)
        } else if isListed {
            others.append(object)
        }
    }
}
