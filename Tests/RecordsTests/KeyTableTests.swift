import Diagnostics
import StatusModel
import Testing

@testable import Records

/// A key stands in its table and nowhere else: without its line it is unread, unknown, and in no schema.
@Suite struct KeyTableTests {
    @Test func keysOfTheSite() throws {
        try takeOutEach(
            of: StatusPage.keys, in: .init(),
            """
            site: {title: Example Status, url: "https://status.example.com"}
            groups: [{id: core, name: Core, description: Serves all others.}]
            components: [{id: web, name: Website, group: core}]
            uptime: {weights: {degraded: 0.5}}
            checklists: {closing: [Support is told]}
            post_mortem: {within: 2d}
            severities: {SEV-1: {name: Critical, checklist: [Maps counted]}}
            team: {links: [{text: Rota, url: "https://rota.example.com"}]}
            tickets: https://tickets.example.com/{}
            phases: {identified: Found}
            texts: {slow: {title: Slow}}
            alerts: [{match: {source: pagerduty}, text: slow}]
            rules_until: {2026-01-01: {target: 99}}
            """)
        try takeOutEach(
            of: StatusPage.siteKeys, in: .init(),
            """
            title: Example Status
            url: https://status.example.com
            ids_from: https://old.example.com
            ids: {statuspage: k2x}
            time_zone: Europe/Berlin
            language: de
            since: 2026-01-31
            news_since: 2026-01-31T12:00Z
            target: 99.9
            brand: {color: "#0b57d0"}
            links: {text: Support, url: "https://example.com/help"}
            subscribe: {email: {list: all@lists.example.com, join: "mailto:all-join@lists.example.com", leave: "https://lists.example.com/leave"}}
            business_hours: {days: mon-fri, from: "09:00", until: "17:00"}
            policy_review: {last: 2026-01-02, every: 90d}
            internal_impact: [revenue]
            edits: dates
            """)
        try takeOutEach(
            of: StatusPage.Brand.keys, in: .init(),
            """
            color: "#0b57d0"
            logo: static/logo.svg
            logo_dark: static/logo-dark.svg
            icon: static/icon.png
            """)
        try takeOutEach(
            of: MailingList.keys, in: .init(),
            """
            list: all@lists.example.com
            join: mailto:all-join@lists.example.com
            leave: https://lists.example.com/leave
            """)
        try takeOutEach(
            of: Subscription.keys, in: .init(),
            """
            email: {list: all@lists.example.com, join: "mailto:all-join@lists.example.com", leave: "https://lists.example.com/leave"}
            """)
        try takeOutEach(
            of: StatusPage.Link.keys, in: .init(text: "", url: ""),
            "text: Help\nurl: https://example.com/help")
        try takeOutEach(
            of: StatusPage.PolicyReview.keys, in: .init(), "last: 2026-01-02\nevery: 90d\nafter: SEV-1")
        try takeOutEach(
            of: Team.keys, in: .init(),
            "links: {text: Rota, url: \"https://rota.example.com\"}\nroles: {Lead: {contact: \"@lead\"}}")
        try takeOutEach(
            of: Team.Role.keys, in: .init(name: "Lead"), "contact: \"@lead\"\ndoes: decides")
        try takeOutEach(
            of: BusinessHours.keys, in: .init(), "days: mon-fri\nfrom: \"09:00\"\nuntil: \"17:00\"")
    }

    @Test func keysOfComponents() throws {
        try takeOutEach(
            of: Component.keys, in: .init(zone: .utc),
            """
            id: story-api
            name: Story API
            aliases: stories
            group: Public
            description: Serves stories.
            url: https://api.example.com
            runbook: [https://wiki.example.com/api]
            subscribe: {email: {list: api@lists.example.com, join: "mailto:api-join@lists.example.com", leave: "https://lists.example.com/leave"}}
            since: 2026-01-02
            until: 2026-03-02
            target: 99.95
            uptime: false
            headline: false
            renamed_from: [api, stories-api]
            ids: {statuspage: k2x}
            """)
        try takeOutEach(
            of: ComponentGroup.keys, in: .init(),
            """
            id: search
            name: Search
            parent: europe
            description: Finds stories.
            target: 99.95
            ids: {statuspage: k2x}
            """)
        try takeOutEach(of: KeptIDs.keys, in: .init(), "statuspage: k2x")
        try takeOutEach(of: UptimeWeights.keys, in: .statuspage, "weights: {degraded: 0.5}")
    }

    @Test func keysOfSeverities() throws {
        try takeOutEach(
            of: Severity.keys, in: .init(Severity(level: "SEV-1")),
            """
            name: Critical
            aliases: [P0]
            definition: All are affected.
            examples: The site is down.
            component_status: major
            visibility: internal
            responders: All hands
            acknowledge_within: 5m
            notice_within: 15m
            identify_within: 1h
            restore_within: 2h
            resolve_within: 4h
            watch_for: 30m
            update_every: 15m
            hours: business
            notify: [slack, email: customers]
            post_mortem: {within: 2d}
            escalate: [{after: 15m, to: Lead}]
            checklist: [Support is told]
            runbook: https://wiki.example.com/outages
            until: 2026-01-01
            """)
        try takeOutEach(
            of: Severity.PostMortemDuty.keys, in: .init(),
            "required: false\nwithin: 2d\nheld_within: 1d\nsections: [Summary]")
        try takeOutEach(of: Severity.Escalation.keys, in: .init(), "after: 15m\nwhen: data leak\nto: Lead")
    }

    @Test func keysOfTexts() throws {
        let names = try SampleSite().configuration
        try takeOutEach(
            of: ReadyText.keys, in: .init(ReadyText(id: "slow"), names: names),
            """
            title: Pages are slow in {region}
            severity: SEV-2
            components: {web: degraded}
            text: {en: Pages are slow., de: Die Seiten sind langsam.}
            next_update: 20m
            INVESTIGATING: It is back.
            IDENTIFIED: We know the cause.
            MITIGATING: We are working on it.
            MONITORING: We keep watching.
            RESOLVED: Pages are fast again.
            SCHEDULED: It moves.
            IN PROGRESS: It has begun.
            VERIFYING: We look it over.
            COMPLETED: It is done.
            CANCELLED: It is called off.
            """)
    }

    @Test func keysOfRulesForAlerts() throws {
        try takeOutEach(
            of: AlertRule.keys, in: .init(),
            """
            match: {source: alertmanager, service: web}
            component: web
            severity: SEV-2
            status: degraded
            text: slow
            hold: 10m
            quiet: 1h
            then: publish
            when_over: nothing
            """)
    }

    @Test func keysOfFormerRules() throws {
        let page = try SampleSite(
            status: """
                site: {title: Example Status, url: "https://status.example.com"}
                components: [{id: web, group: core}]
                severities: {SEV-1: }
                """
        )
        .configuration.page
        var site = StatusPage.Written()
        site.page = page
        site.severities = page.severities.map { Severity.Written($0) }
        let names = Configuration(page: page, sitePlace: nil, policyReviewPlace: nil, languagePlace: nil)
        try takeOutEach(
            of: FormerRules.keys, in: .init(site: site, names: names, groups: NameTable([["core"]])),
            """
            severities: {SEV-1: {hours: business}}
            uptime: {weights: {degraded: 0.5}}
            components: {web: {uptime: false}}
            groups: {core: {target: 99}}
            target: 99.5
            business_hours: {days: mon-fri, from: "09:00", until: "17:00"}
            post_mortem: {required: false}
            """)
        try takeOutEach(
            of: Severity.formerKeys, in: .init(Severity(level: "SEV-1")),
            """
            component_status: major
            visibility: internal
            acknowledge_within: 5m
            notice_within: 15m
            identify_within: 1h
            restore_within: 2h
            resolve_within: 4h
            watch_for: 30m
            update_every: 15m
            hours: business
            notify: [slack, email: customers]
            post_mortem: {within: 2d}
            escalate: [{after: 15m, to: Lead}]
            """)
        try takeOutEach(of: Component.formerKeys, in: .init(zone: .utc), "target: 99.95\nuptime: false")
        try takeOutEach(of: ComponentGroup.formerKeys, in: .init(), "target: 99.95")
        try takeOutEach(of: UptimeWeights.formerKeys, in: .statuspage, "weights: {degraded: 0.5}")
    }

    @Test func keysOfRecords() throws {
        let file = SourceFile(path: "incidents/a.md", bytes: [])
        try takeOutEach(
            of: FrontMatter.keys, in: .init(FrontMatter(title: "", file: file, map: nil)),
            """
            title: Slow
            severity: SEV-1
            components: {web: partial}
            started: 2026-01-02T16:00Z
            detected: 2026-01-02T16:01Z
            detected_by: customer
            acknowledged: 2026-01-02T16:02Z
            ended: 2026-01-02T17:00Z
            impact: Stories are slow.
            visibility: internal
            internal: {lead: Ada}
            ticket: OPS-1
            links: https://example.com/help
            tags: database
            related: 2026-01-01-other
            aliases: former
            ids: {statuspage: k2x}
            withheld: ["1f3a5b7c9d2e"]
            draft: true
            maintenance: {from: 2026-01-02T16:00Z, until: 2026-01-02T17:00Z}
            notice: {from: 2026-01-02T16:00Z}
            """)
        let span = "from: 2026-01-02T16:00Z\nuntil: 2026-01-02T17:00Z"
        try takeOutEach(
            of: FrontMatter.maintenanceKeys, in: .init(),
            """
            \(span)
            repeat: weekly
            repeat_until: 2026-12-31
            except: 2026-01-09
            moved: {2026-01-16: 2026-01-17T16:00Z}
            announce: each
            """)
        try takeOutEach(of: FrontMatter.noticeKeys, in: .init(), span)
    }

    /// - Parameter text: a map that has all keys of the table, and nothing that is wrong.
    private func takeOutEach<Model>(
        of keys: KeyTable<Model>, in model: @autoclosure () -> Model, _ text: String
    ) throws {
        let whole = try read(text, by: keys, into: model())
        #expect(whole.found.isEmpty, "\(whole.found.map(\.message))")
        #expect(whole.names == keys.shape.names)
        for name in keys.shape.names {
            let rest = keys.without(name)
            let read = try read(text, by: rest, into: model())
            #expect(read.found.map(\.id) == [.unknownKey], "\(name)")
            #expect(read.found.first?.message.contains("unknown key `\(name)`") == true)
            #expect(read.model != whole.model, "`\(name)` is read without its line")
            let schema = JSONSchema(of: rest.shape, title: "").text
            #expect(!schema.contains("\n    \"\(name)\": ") && !schema.contains("{\"\(name)\": "), "\(name)")
        }
    }

    private func read<Model>(_ text: String, by keys: KeyTable<Model>, into model: Model) throws -> (
        model: String, names: [String], found: [Diagnostic]
    ) {
        let (findings, file) = (Findings(), SourceFile(path: "a.yml", bytes: Array(text.utf8)))
        let root = try #require(YAMLText(file: file, range: file.bytes.indices).compose(into: findings))
        var model = model
        keys.read(root, into: &model, findings)
        var description = ""
        dump(model, to: &description)
        return (description, root.entries?.compactMap(\.key.string) ?? [], findings.all)
    }
}
