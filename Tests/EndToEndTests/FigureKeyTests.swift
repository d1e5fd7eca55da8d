import Foundation
import TestSupport
import Testing

/// What `docs/statistics.md` and `docs/reports.md` say of the keys in `api/statistics.json` and in reports.
@Suite struct FigureKeyTests {
    private static let periods = ["2026-11", "2026-Q3", "2026"]

    /// `docs/statistics.md` names every key, and none besides.
    @Test func everyKeyIsDocumented() throws {
        var written: Set<String> = []
        for audience in ["public", "internal"] {
            let output = try Scratch()
            let result = try Program.run(
                ["build", "--output", output.path, "--audience", audience] + Self.demonstration)
            #expect(result.status == 0, "\(result.error)")
            let statistics = try Data(contentsOf: URL(filePath: output.path + "/api/statistics.json"))
            written.formUnion(Self.keys(in: try JSONSerialization.jsonObject(with: statistics)))
            for period in Self.periods {
                let report = try report(period, as: "json", for: audience)
                written.formUnion(
                    Self.keys(in: try JSONSerialization.jsonObject(with: Data(report.utf8))))
            }
        }
        let alerts = try reportOfAlerts(as: "json")
        written.formUnion(Self.keys(in: try JSONSerialization.jsonObject(with: Data(alerts.utf8))))
        let documented = try JSONKeys.documented(in: "docs/statistics.md", under: "Every key")
        #expect(documented.sorted() == written.sorted())
    }

    /// `docs/reports.md` names every section of the CSV and every figure in it.
    @Test func everyFigureIsDocumented() throws {
        var documented: [String: String] = [:]
        for line in try ProjectFolder.text(of: "docs/reports.md").split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count == 3 else { continue }
            for section in cells[0].split(separator: "`").filter({ $0 != ", " }) {
                documented[String(section)] = cells[2]
            }
        }
        var reports = try ["public", "internal"].map { try report("2026-11", as: "csv", for: $0) }
        reports.append(try reportOfAlerts(as: "csv"))
        for report in reports {
            for row in report.split(separator: "\n").dropFirst() {
                let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let figures = try #require(documented[fields[1]], "no section `\(fields[1])`")
                #expect(Self.names(of: fields[3]).contains { figures.contains("`\($0)`") }, "\(row)")
            }
        }
    }
}

private extension FigureKeyTests {
    static let demonstration = ["--site", ProjectFolder.path, "--now", "2026-11-20T12:00Z"]

    func report(_ period: String, as format: String, for audience: String) throws -> String {
        try Program.run(
            ["report", period, "--format", format, "--audience", audience] + Self.demonstration
        ).output
    }

    /// The team's report on a site whose monitoring sent an alert that no record tells of.
    func reportOfAlerts(as format: String) throws -> String {
        let site = try AlertSite()
        try site.write(
            AlertSite.status(then: "review").replacing(
                "Example Status,", with: "Example Status, since: 2026-11-01,"),
            to: "status.yml")
        try site.write(
            """
            source,key,started,ended,detected,acknowledged,component,severity,record
            shop,\(AlertSite.key),2026-11-28T00:59:07Z,2026-11-28T01:30:00Z,,,checkout,SEV-2,

            """, to: "alerts/2026-11.csv")
        return try site.run(
            "report", "2026-11", "--format", format, "--audience", "internal", "--now",
            "2026-11-30T00:00:00Z"
        ).output
    }

    /// The names of an object's keys, but for those that a site chose: of severities, components, tags and ranges.
    static func keys(in value: Any, of name: String = "", isNamed: Bool = false) -> Set<String> {
        if let members = value as? [[String: Any]] {
            return members.reduce(into: []) { $0.formUnion(keys(in: $1)) }
        }
        guard let object = value as? [String: Any] else { return [] }
        let maps = ["by_severity", "by_component", "by_tag", "components", "rules"]
        // A rule of the policy has a map of severities.
        let namesKeys = maps.contains(name) || isNamed && name != "" && rules.contains(name)
        return object.reduce(into: []) { keys, member in
            let isChosen = namesKeys || member.key.first.map { $0.isNumber || $0.isUppercase } == true
            if !isChosen { keys.insert(member.key) }
            keys.formUnion(Self.keys(in: member.value, of: member.key, isNamed: name == "rules"))
        }
    }

    static let rules = ["acknowledge", "notice", "identify", "resolve", "updates", "promise", "post_mortem"]

    /// How a figure of the CSV may be documented: by its name, by its beginning and its end, or by either.
    static func names(of figure: String) -> [String] {
        let parts = figure.split(separator: "_")
        let ends = ["met", "missed", "open", "late"].map { "<rule>_\($0)" }.filter {
            figure.hasSuffix($0.dropFirst("<rule>".count))
        }
        let beginnings = [
            "started_<severity>", "burn_rate_<window>", "runs_out_at_<window>", "late_<people>",
            "due_<people>", "lasted_<began>",
        ].filter {
            figure.hasPrefix($0.prefix { $0 != "<" })
        }
        let metrics = parts.starts(with: ["time", "to"]) ? ["time_to_…"] : []
        return [figure] + ends + beginnings + metrics
    }
}
