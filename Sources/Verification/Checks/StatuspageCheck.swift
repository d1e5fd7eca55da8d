/// Compares the Statuspage API with the incidents, the times of their updates with each other, and its lists with its
/// files.
struct StatuspageCheck {
    let figures: Figures
    let files: any PublishedFiles

    func run(_ ledger: inout Ledger) {
        ledger.check(.api) { ledger throws(Unreadable) in try compareStatus(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareComponents(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareIncidents(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareMaintenance(&ledger) }
        ledger.check(.api) { ledger throws(Unreadable) in try compareSummary(&ledger) }
        for incident in figures.incidents {
            ledger.check(.updates) { ledger throws(Unreadable) in try compare(incident, &ledger) }
        }
    }
}

extension PublishedFiles {
    /// Returns a file of the API.
    func api(_ name: String) throws(Unreadable) -> JSON { try json("api/v2/\(name).json") }
}

extension StatuspageCheck {
    fileprivate static let lists = [
        "summary", "status", "components", "incidents", "incidents/unresolved",
        "scheduled-maintenances",
        "scheduled-maintenances/upcoming", "scheduled-maintenances/active",
    ]

    fileprivate func compareStatus(_ ledger: inout Ledger) throws(Unreadable) {
        let (status, expected) = (try files.api("status").value("status"), figures.pageStatus)
        let (indicator, description) = (try status.text("indicator"), try status.text("description"))
        ledger.compare(.api, indicator, expected.indicator, at: "api/v2/status.json: `indicator`")
        ledger.compare(.api, description, expected.description, at: "api/v2/status.json: `description`")
        let page = try files.api("status").value("page")
        let (name, url) = (try page.text("name"), try page.text("url"))
        ledger.compare(.api, name, figures.claims.title, at: "api/v2/status.json, page: `name`")
        ledger.compare(.api, url, figures.claims.url, at: "api/v2/status.json, page: `url`")
        for list in Self.lists {
            let other = try files.api(list).value("page")
            ledger.compare(
                .api, copy: other, of: page, at: "api/v2/\(list).json, against status.json: `page`")
        }
    }

    fileprivate func compareComponents(_ ledger: inout Ledger) throws(Unreadable) {
        let (path, listed) = ("api/v2/components.json", try files.api("components").list("components"))
        var (statuses, groups) = ([String: String](), [JSON]())
        var own: [[String]] = []
        for json in listed {
            if try json.bool("group") {
                groups.append(json)
            } else {
                statuses[try json.text("id")] = try json.text("status")
                own.append([try json.text("name"), try json.text("status")])
                try compareBeginning(of: json, &ledger)
            }
        }
        let expected = figures.components.filter { figures.isInService($0) }
            .map { [$0.claim.name, figures.status(of: $0)] }
        let sorted = (
            own.sorted { $0.lexicographicallyPrecedes($1) },
            expected.sorted { $0.lexicographicallyPrecedes($1) }
        )
        ledger.compare(.api, sorted.0.count, sorted.1.count, at: "\(path): number of components")
        for (published, expected) in zip(sorted.0, sorted.1) {
            ledger.compare(.api, published, expected, at: "\(path): `status` of \(expected[0])")
        }
        for group in groups {
            let (status, members) = (try group.text("status"), try group.texts("components"))
            let name = try group.text("name")
            let worst = Statuses.worst(members.compactMap { statuses[$0] })
            ledger.compare(.api, status, worst, at: "\(path): `status` of the group \(name)")
        }
    }

    /// Checks the start of a component: its own day or, if it names none, the site's.
    fileprivate func compareBeginning(of json: JSON, _ ledger: inout Ledger) throws(Unreadable) {
        let (name, createdAt) = (try json.text("name"), try json.instant("created_at"))
        let own = (figures.componentsByName[name] ?? []).map(\.claim.since)
        let expected = try json.value("start_date") == .null ? [figures.claims.since] : own
        guard !expected.contains(nil) else { return }
        ledger.compare(
            .api, isRight: expected.contains(createdAt), found: Moment.text(createdAt),
            expected: expected.compactMap { $0.map(Moment.text) }.joined(separator: " or "),
            at: "api/v2/components.json: `created_at` of \(name)")
    }

    fileprivate func compareIncidents(_ ledger: inout Ledger) throws(Unreadable) {
        let open = figures.incidents.filter(\.claim.isOpen)
        for (name, expected) in [
            ("incidents", Array(figures.incidents.prefix(50))), ("incidents/unresolved", open),
        ] {
            let published = try files.api(name).list("incidents")
            ledger.compare(
                .api, published.count, expected.count, at: "api/v2/\(name).json: number of incidents")
            for (json, incident) in zip(published, expected) {
                let file = try files.api("incidents/\(incident.claim.apiID)").value("incident")
                ledger.compare(
                    .api, copy: json, of: file,
                    at: "api/v2/\(name).json, against its own file: `\(incident.claim.slug)`")
            }
        }
    }

    fileprivate func compareSummary(_ ledger: inout Ledger) throws(Unreadable) {
        let (path, summary) = ("api/v2/summary.json", try files.api("summary"))
        let (active, upcoming) = (
            try files.api("scheduled-maintenances/active").list("scheduled_maintenances"),
            try files.api("scheduled-maintenances/upcoming").list("scheduled_maintenances")
        )
        let expected: [(String, JSON)] = [
            ("status", try files.api("status").value("status")),
            ("components", try files.api("components").value("components")),
            ("incidents", try files.api("incidents/unresolved").value("incidents")),
            ("scheduled_maintenances", .list(active + upcoming)),
        ]
        for (key, value) in expected {
            let published = try summary.value(key)
            ledger.compare(.api, copy: published, of: value, at: "\(path), against its own file: `\(key)`")
        }
    }
}

extension StatuspageCheck {
    fileprivate func compareMaintenance(_ ledger: inout Ledger) throws(Unreadable) {
        let windows = figures.claims.windows
        let running = windows.filter(\.isRunning)
        let planned = windows.filter { $0.phase == "scheduled" }
        for (name, expected) in [
            ("scheduled-maintenances", Array(windows.prefix(50))),
            ("scheduled-maintenances/active", running),
            ("scheduled-maintenances/upcoming", planned.reversed()),
        ] {
            let (path, published) = (
                "api/v2/\(name).json", try files.api(name).list("scheduled_maintenances")
            )
            ledger.compare(.api, published.count, expected.count, at: "\(path): number of windows")
            for (json, window) in zip(published, expected) {
                try compare(json, window, at: path, &ledger)
            }
        }
    }
}
