import Reliability
import StatusModel

extension StatisticsFile {
    /// The number of incidents, and of maintenance windows, that `api/statistics.json` itself contains.
    static let limit = 500

    /// The records that began in a year, as indices among all incidents and all maintenance, the newest first.
    struct Year: Sendable {
        let year: Period
        let incidents: [Int]
        let maintenance: [Int]

        /// The path of its file from the site's root.
        var path: String { "api/statistics/\(year).json" }
    }

    /// Returns the bytes of a year's file.
    func render(_ year: Year) -> [UInt8] {
        var json = JSONWriter(expecting: 1_000 * year.incidents.count)
        json.object { json in
            json.member("now", history.now)
            json.member("generator", provenance.generator)
            json.member("year", year.year.description)
            json.newLine()
            let windows = page.records(of: .maintenance)
            let incidents = year.incidents.lazy.map { history.incidents[$0] }
            let maintenance = year.maintenance.lazy.map { windows[$0] }
            writeRecords(incidents, maintenance, to: &json)
            json.newLine()
            json.key("components")
            let spans = history.spans(of: incidents, maintenance)
            json.lines(of: spans.indices.filter { !spans[$0].isEmpty }) { json, index in
                json.object { json in
                    json.member("id", page.components[index].id)
                    write(spans[index], to: &json)
                }
            }
        }
        return json.bytes
    }

    func write(_ year: Year, to json: inout JSONWriter) {
        json.object { json in
            json.member("year", year.year.description)
            json.member("path", year.path)
            json.member("incidents", year.incidents.count)
            json.member("maintenance", year.maintenance.count)
        }
    }

    /// Writes the members `incidents` and `maintenance`.
    func writeRecords(
        _ incidents: some Sequence<IncidentFacts>, _ maintenance: some Sequence<Record>,
        to json: inout JSONWriter
    ) {
        json.key("incidents")
        json.lines(of: incidents) { json, incident in write(incident, to: &json) }
        json.newLine()
        json.key("maintenance")
        json.lines(of: maintenance) { json, window in write(maintenance: window, to: &json) }
    }
}

extension StatisticsFile.Year {
    /// Returns the years that have their own files, the newest first; empty if `api/statistics.json` has all records.
    static func all(of page: StatusPage, _ history: StatusHistory) -> [Self] {
        let windows = page.records(of: .maintenance)
        guard max(history.incidents.count, windows.count) > StatisticsFile.limit else { return [] }
        let year = { (begins: Instant) in Period.year(page.zone.day(of: begins).year) }
        let incidents = Dictionary(grouping: history.incidents.indices) { year(history.incidents[$0].begins) }
        let maintenance = Dictionary(grouping: windows.indices) { year(windows[$0].begins) }
        return Set(incidents.keys).union(maintenance.keys)
            .map { Self(year: $0, incidents: incidents[$0] ?? [], maintenance: maintenance[$0] ?? []) }
            .sorted { $0.year.firstDay > $1.year.firstDay }
    }
}
