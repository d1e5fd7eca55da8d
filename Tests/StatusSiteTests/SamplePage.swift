import StatusModel

/// A made-up site of a firm that bakes maps, for tests of pages.
enum Sample {
    static let now = at("2026-11-20T12:00")

    /// The instant that `yyyy-mm-ddThh:mm` names in UTC.
    static func at(_ text: String) -> Instant {
        let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
        guard parts.count == 5, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
            return .distantPast
        }
        return Instant(seconds: day.daysSinceEpoch * 86_400 + parts[3] * 3_600 + parts[4] * 60)
    }

    static func prose(_ text: String) -> Prose { Prose(html: ["<p>\(text)</p>"], text: text) }

    static func update(_ phase: Phase, _ time: String, _ text: String, _ changes: [StatusChange] = [])
        -> Update
    {
        var update = Update(phase: phase, at: at(time), prose: prose(text))
        update.changes = changes
        return update
    }

    static func record(_ slug: String, _ title: String, _ updates: [Update] = []) -> Record {
        var record = Record(id: slug, slug: slug, path: "incidents/\(slug).md", title: title)
        record.updates = updates
        return record
    }

    static func incident(
        _ slug: String,
        _ title: String,
        severity: Int = 1,
        _ components: [StatusChange],
        from start: String,
        _ updates: [Update]
    ) -> Incident {
        Incident(
            record: record(slug, title, updates),
            severity: severity,
            components: components,
            startedAt: at(start)
        )
    }

    /// An incident that began and was resolved at these times of UTC.
    static func past(
        _ slug: String,
        _ title: String,
        severity: Int = 1,
        _ components: [StatusChange],
        from start: String,
        to end: String
    ) -> Incident {
        incident(
            slug,
            title,
            severity: severity,
            components,
            from: start,
            [
                update(.investigating, start, "We are looking into it."),
                update(.resolved, end, "All is well again."),
            ]
        )
    }

    /// Three components in two groups and three severities, without records.
    static var empty: StatusPage {
        var (high, middle, low) = (
            Severity(level: "SEV-1"), Severity(level: "SEV-2"), Severity(level: "SEV-3")
        )
        (high.name, middle.name, low.name) = ("Critical", "High", "Medium")
        return StatusPage(
            title: "Map Bakery Status",
            url: "https://status.example.com",
            since: at("2026-08-01T00:00"),
            links: [StatusPage.Link(text: "Support", url: "https://example.com/help")],
            components: [
                Component(
                    id: "ovens",
                    name: "Ovens",
                    group: "Bakery",
                    summary: "Bake the maps that customers order"
                ),
                Component(id: "shop", name: "Shop", group: "Bakery"),
                Component(id: "couriers", name: "Couriers", group: "Partners", since: at("2026-10-20T00:00")),
            ],
            severities: [high, middle, low]
        )
    }
}
