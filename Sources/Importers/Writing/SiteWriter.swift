import StatusModel

/// A writer of `status.yml` as defined in `docs/record-format.md`.
struct SiteWriter {
    private let site: SiteDescription

    init(_ site: SiteDescription) {
        self.site = site
    }

    var text: String {
        (siteLines + groupLines + componentLines + severityLines).map { $0 + "\n" }.joined()
    }
}

extension SiteWriter {
    /// Returns a component on one line, to be pasted into an existing list.
    static func line(of component: ComponentDescription) -> String {
        let values = [("id", component.id), ("name", component.name), ("group", component.group)]
        let ids = component.statuspageID.map { [keptIDs($0)] } ?? []
        return "{" + (values.compactMap(flowLine) + ids).joined(separator: ", ") + "}"
    }

    /// Returns the line that keeps an id of Statuspage.
    static func keptIDs(_ id: String) -> String { "ids: {statuspage: \(yamlInBraces(id))}" }

    /// Returns a severity on one line.
    static func line(of severity: SeverityDescription) -> String {
        let values = [("name", severity.name), ("component_status", severity.status?.name)]
        return "\(yaml(severity.level)): {" + values.compactMap(flowLine).joined(separator: ", ") + "}"
    }
}

private extension SiteWriter {
    static func flowLine(_ key: String, _ value: String?) -> String? {
        value.map { "\(key): \(yamlInBraces($0))" }
    }

    var siteLines: [String] {
        var lines =
            site.comments.map(yamlComment) + [
                "site:", "  title: \(yaml(site.title))", "  url: \(yaml(site.url))",
            ]
        lines += [("time_zone", site.timeZone), ("language", site.language)].compactMap(Self.line).map {
            "  " + $0
        }
        if let id = site.statuspageID { lines.append("  " + Self.keptIDs(id)) }
        if let color = site.brandColor { lines += ["  brand:", "    color: \(yaml(color))"] }
        guard !site.links.isEmpty else { return lines }
        return lines + ["  links:"]
            + site.links.flatMap { ["    - text: \(yaml($0.text))", "      url: \(yaml($0.url))"] }
    }

    var groupLines: [String] {
        guard !site.groups.isEmpty else { return [] }
        return ["groups:"]
            + site.groups.flatMap { group in
                ["  - id: \(yaml(group.id))", "    name: \(yaml(group.name))"]
                    + (group.statuspageID.map { ["    " + Self.keptIDs($0)] } ?? [])
            }
    }

    var componentLines: [String] {
        site.components.isEmpty ? [] : ["components:"] + site.components.flatMap(lines)
    }

    var severityLines: [String] {
        site.severities.isEmpty ? [] : ["severities:"] + site.severities.flatMap(lines)
    }

    func lines(of component: ComponentDescription) -> [String] {
        var lines = ["name: \(yaml(component.name))"] + yamlList("aliases", component.aliases)
        lines += [
            ("group", component.group), ("description", component.description),
        ].compactMap(Self.line)
        if let since = component.since { lines.append("since: \(since)") }
        if let until = component.until { lines.append("until: \(until)") }
        if !component.countsTowardsUptime { lines.append("uptime: false") }
        if let id = component.statuspageID { lines.append(Self.keptIDs(id)) }
        return ["  - id: \(yaml(component.id))"] + lines.map { "    " + $0 }
    }

    func lines(of severity: SeverityDescription) -> [String] {
        var lines = [("name", severity.name)].compactMap(Self.line) + yamlList("aliases", severity.aliases)
        lines += [("definition", severity.definition), ("component_status", severity.status?.name)]
            .compactMap(Self.line)
        return ["  \(yaml(severity.level)):"] + lines.map { "    " + $0 }
    }

    static func line(_ key: String, _ value: String?) -> String? {
        value.map { "\(key): \(yaml($0))" }
    }
}
