import Reliability
import StatusModel

/// The public API of Statuspage, version 2, as files below `api/v2/`.
///
/// Programs that were written for it can read them without changes. docs/statuspage-api.md describes the value of each
/// key.
final class StatuspageAPI: Sendable {
    let pageID: StatuspageID
    let components: StatuspageComponents
    private let site: Site
    private let updatedAt: Instant

    /// The largest number of records in a list.
    static let limit = 50

    init(of site: Site) {
        self.site = site
        pageID = site.page.statuspageID
        components = StatuspageComponents(of: site)
        updatedAt = site.changedAt
    }
}

extension StatuspageAPI {
    /// Returns the part of `status.json` that readers of an open page are notified about, as the script composes it.
    static func state(of site: Site) -> String {
        StatuspageTime(instant: site.changedAt).text + site.history.pageStatus.description
    }

    /// The API's files.
    var files: [SiteFile] { lists + incidents }

    /// The open incidents, the newest first: Statuspage's clients rely on this order.
    private var unresolved: [IncidentFacts] { site.history.incidents.filter(\.isOpen) }

    private var lists: [SiteFile] {
        [
            file("summary") { api, json in
                api.writeComponents(to: &json)
                api.write(api.unresolved, to: &json)
                api.write(api.site.runningMaintenance + api.site.plannedMaintenance, to: &json)
                api.writeStatus(to: &json)
            },
            file("status") { $0.writeStatus(to: &$1) },
            file("components") { $0.writeComponents(to: &$1) },
            file("incidents") { $0.write($0.site.history.incidents.prefix(Self.limit), to: &$1) },
            file("incidents/unresolved") { $0.write($0.unresolved, to: &$1) },
            file("scheduled-maintenances") {
                $0.write($0.site.page.records(of: .maintenance).prefix(Self.limit), to: &$1)
            },
            file("scheduled-maintenances/upcoming") { $0.write($0.site.plannedMaintenance, to: &$1) },
            file("scheduled-maintenances/active") { $0.write($0.site.runningMaintenance, to: &$1) },
        ]
    }

    private var incidents: [SiteFile] {
        site.history.incidents.indices.map { place in
            let id = site.page.statuspageID(of: site.history.incidents[place].record)
            // Each file keeps the API and an index, because a copy of the page in each one would use too much memory.
            return SiteFile(.api, path: "api/v2/incidents/\(id.text).json") { [self] in
                let incident = StatuspageRecord(site.history.incidents[place], of: site.page, now: site.now)
                // The page's own time would change every incident's file with each update of any incident.
                let changes = incident.components.map { components.all[$0].updatedAt }
                return document(updatedAt: changes.reduce(incident.updatedAt, max)) { json in
                    json.key("incident")
                    incident.write(to: &json, for: self)
                }
            }
        }
    }

    private func file(
        _ name: String,
        _ write: @escaping @Sendable (StatuspageAPI, inout JSONWriter) -> Void
    ) -> SiteFile {
        SiteFile(.api, path: "api/v2/\(name).json") { [self] in
            document(updatedAt: updatedAt) { write(self, &$0) }
        }
    }

    private func document(updatedAt: Instant, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(expecting: 4_096)
        json.object { json in
            json.key("page")
            writePage(updatedAt: updatedAt, to: &json)
            members(&json)
        }
        return json.bytes
    }
}

private extension StatuspageAPI {
    func writePage(updatedAt: Instant, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", pageID)
            json.member("name", site.page.title)
            json.member("url", site.page.url)
            json.member("time_zone", site.page.zone.name)
            json.member("updated_at", at: updatedAt)
        }
    }

    func writeStatus(to json: inout JSONWriter) {
        let status = site.history.pageStatus
        json.key("status")
        json.object { json in
            json.member("indicator", status.indicator.rawValue)
            json.member("description", status.description)
        }
    }

    func writeComponents(to json: inout JSONWriter) {
        json.key("components")
        json.lines(of: components.listed) { json, component in component.write(to: &json, pageID: pageID) }
    }

    func write(_ incidents: some Sequence<IncidentFacts>, to json: inout JSONWriter) {
        json.key("incidents")
        json.lines(of: incidents) { json, incident in write(incident, to: &json) }
    }

    func write(_ windows: some Sequence<Record>, to json: inout JSONWriter) {
        json.key("scheduled_maintenances")
        json.lines(of: windows) { json, window in
            StatuspageRecord(maintenance: window, of: site.page, now: site.now).write(to: &json, for: self)
        }
    }

    func write(_ incident: IncidentFacts, to json: inout JSONWriter) {
        StatuspageRecord(incident, of: site.page, now: site.now).write(to: &json, for: self)
    }
}
