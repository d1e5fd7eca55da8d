import Diagnostics
import JSONFiles

/// A page of Statuspage's API: `summary.json`, `incidents.json` and its like, told apart by what they hold and not
/// by their names. Lists without a name, as the API for managers has them, are read alike.
struct StatuspageFile {
    let file: SourceFile
    private(set) var page: JSONObject?
    private(set) var components: [JSONObject] = []
    private(set) var incidents: [JSONObject] = []
    /// What its lists hold besides those.
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

    /// When the page was changed, as it says; empty where it does not.
    var changedAt: String { page?.text("updated_at") ?? "" }

    /// Whether there is anything of Statuspage in it.
    var isEmpty: Bool { page == nil && components.isEmpty && incidents.isEmpty && others.isEmpty }
}

private extension StatuspageFile {
    mutating func take(_ element: JSON, isListed: Bool) {
        let object = JSONObject(json: element, file: file)
        // An incident may come without updates, and no component has an impact or a window.
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
