import Diagnostics
import Records
import StatusModel

/// A status page hosted by Atlassian Statuspage, or anything else that speaks version 2 of its API.
///
/// Source: Statuspage's descriptions of its status API and of its API for managers.
struct Statuspage {
    /// `nil` if the files are not of Statuspage.
    private(set) var harvest: Harvest?
    private var findings: [Finding] = []
    private var components = StatuspageComponents(listed: [])
    private var site = SiteDescription(title: "Status", url: "https://status.example.com")
    private var zone = Zone.utc

    init(_ files: [SourceFile]) {
        let pages = files.compactMap { read($0) }
        // If only one file is given, its errors are reported.
        guard !pages.isEmpty || files.count == 1 && findings.contains(where: \.isRefused) else { return }
        // Names change: those of the latest page are used.
        let latest = pages.enumerated().sorted {
            ($1.element.changedAt, $0.offset) < ($0.element.changedAt, $1.offset)
        }
        .map(\.element)
        components = StatuspageComponents(listed: latest.flatMap(\.components))
        readSettings(of: pages, latest: latest.first { $0.page != nil })
        let records = read(pages.flatMap(\.incidents)) + pages.flatMap(\.others).map(refused)
        if let place = findings.firstIndex(where: \.isSettings), let remark = retireUnlisted(pages) {
            findings[place].remarks.append(remark)
        }
        site.components = components.descriptions
        site.groups = components.groups
        site.severities = StatuspageSeverity.allCases.map(\.description)
        harvest = Harvest(site: site, findings: findings.sorted { $0.path < $1.path } + records)
    }
}

// MARK: - Files

private extension Statuspage {
    mutating func read(_ file: SourceFile) -> StatuspageFile? {
        guard file.path.hasSuffix(".json") else {
            findings.append(Finding(path: file.path, outcome: .notARecord("not part of the records")))
            return nil
        }
        do {
            let page = try StatuspageFile(file)
            if !page.isEmpty { return page }
            findings.append(Finding(path: file.path, outcome: .notARecord("not a Statuspage file")))
        } catch {
            findings.append(Finding(path: file.path, outcome: .refused, remarks: [error.remark]))
        }
        return nil
    }

    mutating func readSettings(of files: [StatuspageFile], latest: StatuspageFile?) {
        for file in files {
            let isSettings = file.file.path == latest?.file.path || !file.components.isEmpty
            let reason =
                file.incidents.isEmpty ? "a list without incidents" : "a list: its incidents are shown below"
            findings.append(
                Finding(path: file.file.path, outcome: isSettings ? .settings : .notARecord(reason))
            )
        }
        let remarks = readPage(latest?.page, in: files)
        guard let place = findings.firstIndex(where: \.isSettings) else { return }
        findings[place].remarks += remarks
    }

    mutating func readPage(_ page: JSONObject?, in files: [StatuspageFile]) -> [Remark] {
        guard let place = page?.place ?? files.first?.file.start else { return [] }
        var remarks: [Remark] = []
        if let title = page?.text("name") { site.title = title }
        site.statuspageID = page?.text("id")
        if let url = page?.text("url"), url.hasPrefix("https://") || url.hasPrefix("http://") {
            site.url = url
        } else {
            remarks.append(
                Remark("there is no address: set `url` in `status.yml`", at: place)
            )
        }
        if let name = page?.text("time_zone") {
            if let zone = Zone(identifier: name) {
                (self.zone, site.timeZone) = (zone, name)
            } else {
                remarks.append(Remark("unknown time zone `\(name)`: using UTC", at: place))
            }
        }
        return remarks
    }

    mutating func retireUnlisted(_ pages: [StatuspageFile]) -> Remark? {
        let count = components.retireUnlisted(in: zone)
        guard count > 0, let place = pages.first(where: { !$0.components.isEmpty })?.file.start else {
            return nil
        }
        return Remark.retiring(count, "component", namedBy: "incidents", at: place)
    }
}

// MARK: - Incidents

private extension Statuspage {
    /// Reads the incidents, the oldest first, each once.
    mutating func read(_ objects: [JSONObject]) -> [Finding] {
        var (incidents, findings) = ([StatuspageIncident](), [Finding]())
        for entry in Doubles(ofStatuspage: objects).entries {
            do {
                var incident = try StatuspageIncident(entry.object)
                incident.remark(entry.remarks)
                incidents.append(incident)
            } catch {
                findings.append(finding(of: entry.object, .refused, [error.remark]))
            }
        }
        var names = RecordNames(zone: zone)
        for var incident in incidents.sorted(by: { ($0.startedAt, $0.id ?? "") < ($1.startedAt, $1.id ?? "") }
        ) {
            let name = names.name(for: incident.title, startedAt: incident.startedAt, id: incident.id)
            do {
                let record = try incident.record(named: name, zone: zone, naming: &components)
                findings.append(finding(of: incident.object, .record(record), incident.remarks))
            } catch {
                findings.append(finding(of: incident.object, .refused, [error.remark]))
            }
        }
        return findings
    }

    func refused(_ object: JSONObject) -> Finding {
        finding(
            of: object,
            .refused,
            [Remark("this is neither a component nor an incident", at: object.place)]
        )
    }

    func finding(of object: JSONObject, _ outcome: Finding.Outcome, _ remarks: [Remark]) -> Finding {
        Finding(
            path: object.file.path,
            part: "incident " + (object.text("id") ?? object.text("name") ?? "without a name"),
            outcome: outcome,
            remarks: remarks
        )
    }
}

private extension Finding {
    var isSettings: Bool { if case .settings = outcome { true } else { false } }
    var isRefused: Bool { if case .refused = outcome { true } else { false } }
}
