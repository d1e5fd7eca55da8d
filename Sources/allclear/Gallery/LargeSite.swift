import Diagnostics
import StatusModel

/// A fictional site of hundreds of components or incidents, which are generated: the code is easier to read and to
/// change than its output.
///
/// Ten services run at each of several places. What happened to them is random, but always the same.
struct LargeSite {
    let placeCount: Int
    let incidentCount: Int
    /// The number of days over which the incidents are spread.
    let dayCount: Int
    /// The number of incidents, the newest ones, that are open.
    let openCount: Int

    static let all = [
        "five-years": LargeSite(placeCount: 5, incidentCount: 800, dayCount: 1_826, openCount: 0),
        "two-hundred-components": LargeSite(placeCount: 20, incidentCount: 90, dayCount: 200, openCount: 3),
    ]

    static let services = [
        "API", "Search", "Sign-in", "Payments", "Exports", "Messages", "Files", "Reports", "Webhooks",
        "Video calls",
    ]
    static let places = [
        "Frankfurt", "London", "Madrid", "Virginia", "Tokyo", "Sydney", "Mumbai", "Dublin", "Oregon",
        "Singapore", "Paris", "Stockholm", "Milan", "Seoul", "Osaka", "Toronto", "Cape Town", "Bahrain",
        "Jakarta", "Zurich",
    ]
}

extension LargeSite {
    /// Returns the files of the site's folder, generated for that instant.
    func files(at now: Instant) -> [SourceFile] {
        let records = (0..<incidentCount).map { LargeSiteIncident($0, of: self, at: now).file }
        return [SourceFile(path: "status.yml", text: configuration(at: now))] + records
    }

    static func id(of service: Int, at place: Int) -> String {
        "\(services[service])-\(places[place])".lowercased().replacing(" ", with: "-")
    }
}

private extension LargeSite {
    func configuration(at now: Instant) -> String {
        let components = (0..<placeCount).flatMap { place in
            Self.services.indices.map { service in
                "  - {id: \(Self.id(of: service, at: place)), name: \(Self.services[service]), "
                    + "group: \(Self.places[place])}"
            }
        }
        return """
            site:
              title: Gallery
              url: https://gallery.example.com
              since: \((now - dayCount * 86_400).description.prefix(10))
              target: 99.9
            components:
            \(components.joined(separator: "\n"))
            severities:
              SEV-1: {name: Critical, component_status: major_outage, definition: Nobody can use the service}
              SEV-2: {name: High, component_status: partial_outage, definition: A main function fails}
              SEV-3: {name: Medium, component_status: degraded_performance, definition: A smaller function fails}
              SEV-4: {name: Low, component_status: operational, definition: No reader notices}

            """
    }
}

extension SourceFile {
    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
