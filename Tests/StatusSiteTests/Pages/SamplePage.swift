import StatusModel
import TestSupport

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
    ) -> Record {
        record(slug, title, updates).incident(
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
    ) -> Record {
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
            groups: [
                ComponentGroup(id: "bakery", name: "Bakery"),
                ComponentGroup(id: "partners", name: "Partners"),
            ],
            components: [
                Component(
                    id: "ovens",
                    name: "Ovens",
                    group: 0,
                    summary: "Bake the maps that customers order"
                ),
                Component(id: "shop", name: "Shop", group: 0),
                Component(id: "couriers", name: "Couriers", group: 1, since: at("2026-10-20T00:00")),
            ],
            severities: [high, middle, low]
        )
    }

    /// The same with records of every kind.
    static var full: StatusPage {
        var page = empty
        page.incidents = [openIncident, shopOutage, ovenDoor, reopened]
        page.maintenance = [planned, swept]
        page.notices = [
            record(
                "holidays",
                "Hours over the holidays",
                [update(.monitoring, "2026-11-18T08:00", "We close early.")]
            ).notice(from: at("2026-11-18T00:00"))
        ]
        page.brokenRecords = [
            BrokenRecord(
                path: "incidents/flour.md",
                slug: "flour",
                title: "Flour is late",
                text: "---\ntitle: Flour is late\nseverity: [SEV-1\n---\n\nWe wait for <b>flour</b>.\n"
            )
        ]
        return page
    }
}

extension Sample {
    private static var openIncident: Record {
        var incident = incident(
            "orders-slow",
            "Orders take minutes",
            [StatusChange(0, .majorOutage), StatusChange(1, .degradedPerformance)],
            from: "2026-11-20T11:20",
            [
                update(.investigating, "2026-11-20T11:25", "We are looking into it."),
                update(.identified, "2026-11-20T11:42", "The pool is exhausted."),
            ]
        )
        incident.updates[1].nextUpdateAt = at("2026-11-20T12:10")
        incident.updates[1].escalatedTo = ["SECRET"]
        return incident
    }

    private static var shopOutage: Record {
        past(
            "paper",
            "Shop is out of paper",
            severity: 2,
            [StatusChange(1, .partialOutage)],
            from: "2026-11-17T09:12",
            to: "2026-11-17T09:51"
        )
    }

    private static var reopened: Record {
        incident(
            "oven-warm",
            "Ovens are too warm",
            [StatusChange(0, .partialOutage)],
            from: "2026-10-02T22:00",
            [
                update(.investigating, "2026-10-02T22:10", "Maps come out brown."),
                update(.resolved, "2026-10-02T23:10", "They are white."),
                update(.investigating, "2026-10-03T01:00", "Brown again."),
                update(.resolved, "2026-10-03T01:30", "The fan was loose."),
            ]
        )
    }

    private static var ovenDoor: Record {
        var incident = incident(
            "oven-door",
            "Oven 3 stays cold",
            severity: 0,
            [StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)],
            from: "2026-10-12T16:58",
            [
                update(.investigating, "2026-10-12T17:05", "Oven 3 does not heat."),
                update(.identified, "2026-10-12T17:15", "A door sensor.", [StatusChange(1, .operational)]),
                update(
                    .monitoring,
                    "2026-10-12T17:30",
                    "We are watching.",
                    [StatusChange(0, .degradedPerformance)]
                ),
                update(.resolved, "2026-10-12T17:45", "All ovens bake."),
            ]
        )
        incident.detectedAt = at("2026-10-12T17:00")
        incident.acknowledgedAt = at("2026-10-12T17:03")
        incident.aliases = ["oven-3"]
        incident.tags = ["sensor", "hardware"]
        incident.ticket = "BAKE-112"
        incident.related = ["new-database"]
        incident.impact = [Record.Detail(label: "orders_late", text: "37")]
        incident.internalDetails = [Record.Detail(label: "lead", text: "SECRET")]
        incident.postMortem = postMortem
        return incident
    }

    private static var postMortem: PostMortem {
        var postMortem = PostMortem(title: "Post-mortem: the open door")
        postMortem.publishedOn = Day(year: 2026, month: 10, day: 14)
        var timeline = PostMortem.Section(kind: .timeline, title: "Timeline", prose: .empty)
        timeline.timeline = [PostMortem.TimelineEntry(time: "16:58 UTC", prose: prose("The sensor fails."))]
        var actions = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        actions.actionItems = [
            ActionItem(
                text: "Put in a second sensor",
                isDone: true,
                owner: "SECRET",
                dueOn: Day(year: 2026, month: 10, day: 30),
                ticket: "SECRET"
            ),
            ActionItem(text: "Ask twice", isDone: false),
        ]
        postMortem.sections = [timeline, actions]
        return postMortem
    }

    /// A post-mortem with an action item that is due on a day and not done.
    static func postMortem(dueOn day: Day?) -> PostMortem {
        var postMortem = PostMortem(title: "Post-mortem")
        var actions = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        actions.actionItems = [ActionItem(text: "Ask twice", isDone: false, dueOn: day)]
        postMortem.sections = [actions]
        return postMortem
    }

    private static var planned: Record {
        record(
            "new-database",
            "A new database",
            [update(.scheduled, "2026-11-10T09:00", "We move.")]
        ).maintenance(
            from: at("2026-11-22T02:00"),
            until: at("2026-11-22T04:00"),
            components: [StatusChange(0, .underMaintenance), StatusChange(1, .underMaintenance)]
        )
    }

    private static var swept: Record {
        record(
            "sweep",
            "Chimneys are swept",
            [update(.completed, "2026-10-25T06:00", "All clean.")]
        ).maintenance(
            from: at("2026-10-25T04:00"),
            until: at("2026-10-25T07:00"),
            components: [StatusChange(0, .underMaintenance)]
        )
    }
}
