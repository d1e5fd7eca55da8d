import Testing

@testable import Records

/// Every key of `status.yml`, wrong, each told at its line and column.
@Suite struct ConfigurationMistakeTests {
    /// The values of keys under `site:`, on line 4.
    @Test(arguments: [
        ("time_zone: Mars/Olympus", "14 unknown-time-zone"), ("time_zone: Berlin", "14 unknown-time-zone"),
        ("language: deutsch german", "13 invalid-value"), ("since: 2024-02-30", "10 invalid-time"),
        ("since: yesterday", "10 invalid-time"), ("target: 101", "11 invalid-value"),
        ("target: 99.99999", "11 invalid-value"), ("target: high", "11 invalid-value"),
        ("target: 99.", "11 invalid-value"), ("target: -1", "11 invalid-value"),
        ("brand: blue", "10 wrong-type"), ("brand: {color: blue}", "18 invalid-value"),
        ("brand: {color: \"#12345\"}", "18 invalid-value"), ("brand: {logo: logo.svg}", "17 invalid-value"),
        ("brand: {logo: static/../x}", "17 invalid-value"),
        ("brand: {icon: icon.svg}", "17 invalid-value"), ("brand: {icon: static/a.gif}", "17 invalid-value"),
        ("brand: {colour: \"#123\"}", "11 unknown-key"),
        ("ids_from: old.example.com", "13 invalid-value"), ("ids_from:", "3 empty-value"),
        ("ids_from: \"https://old.example.com/#a\"", "13 invalid-value"),
        ("links: [{text: x}]", "11 missing-key"), ("links: [{text: x, url: ftp://x}]", "26 unsafe-link"),
        ("links: [{text: x, url: \"javascript:x\"}]", "26 unsafe-link"), ("links: [x]", "11 wrong-type"),
        ("business_hours: {days: mon-fri, from: \"09:00\"}", "19 missing-key"),
        ("business_hours: {days: every, from: \"09:00\", until: \"17:00\"}", "26 invalid-value"),
        ("business_hours: {days: monkeys, from: \"09:00\", until: \"17:00\"}", "26 invalid-value"),
        ("business_hours: {days: mon, from: \"9\", until: \"17:00\"}", "37 invalid-time"),
        ("business_hours: {days: mon, from: \"17:00\", until: \"09:00\"}", "53 invalid-value"),
        ("policy_review: {last: 2026-01-02}", "18 missing-key"),
        ("policy_review: {last: 2026-01-02, every: often}", "44 invalid-duration"),
        ("tite: x", "3 unknown-key"), ("target: [99]", "11 wrong-type"), ("target:", "3 empty-value"),
        ("language: ''", "3 empty-value"), ("since: ~", "3 empty-value"),
    ])
    func siteKeyIsToldAtItsColumn(line: String, expected: String) {
        let text = "site:\n  title: x\n  url: https://x.example\n  \(line)\n"
        #expect(toldOfStatus(text) == ["4:\(expected)"])
    }

    @Test(arguments: [
        ("", ["1:1 missing-key"]), ("# nothing\n", ["1:1 missing-key"]),
        ("components: []\n", ["1:1 empty-value", "1:1 missing-key"]),
        ("- x\n", ["1:1 wrong-type"]), ("site: x\n", ["1:7 wrong-type"]),
        ("site: {title: x}\n", ["1:7 missing-key"]),
        ("site: {url: \"https://x.example\"}\n", ["1:7 missing-key"]),
        ("site: {title: x, url: x.example}\n", ["1:23 invalid-value"]),
        ("site: {title: x, url: \"mailto:a@b.c\"}\n", ["1:23 invalid-value"]),
        ("site: {title: x, url: \"https://x.example/?a\"}\n", ["1:23 invalid-value"]),
        ("sites: {title: x}\n", ["1:1 missing-key", "1:1 unknown-key"]),
    ])
    func siteItselfIsNeeded(text: String, expected: [String]) {
        #expect(toldOfStatus(text) == expected)
    }

    /// A component, on line 3.
    @Test(arguments: [
        ("{name: x}", ["5 missing-key"]), ("{id: Web}", ["10 invalid-value"]),
        ("{id: -web}", ["10 invalid-value"]),
        ("{id: \"we b\"}", ["10 invalid-value"]), ("{id: web, since: 2026-13-01}", ["22 invalid-time"]),
        ("{id: web, since: 2026-02-01, until: 2026-01-01}", ["41 invalid-value"]),
        ("{id: web, target: 100.1}", ["23 invalid-value"]), ("{id: web, uptime: no}", ["23 invalid-value"]),
        ("{id: web, grup: Core}", ["15 unknown-key"]), ("web", ["5 wrong-type"]),
        ("{id: web, aliases: {a: b}}", ["24 wrong-type"]),
        ("{id: web, name: [a]}", ["21 wrong-type"]),
        ("{id: web, aliases: [story-api]}", ["5 duplicate-component"]),
        ("{id: web, name: STORIES}", ["5 duplicate-component"]),
    ])
    func componentIsToldAtItsColumn(component: String, expected: [String]) {
        let text = """
            components:
              - {id: story-api, name: Stories}
              - \(component)
            site: {title: x, url: "https://x.example"}
            """
        #expect(toldOfStatus(text) == expected.map { "3:\($0)" })
    }

    @Test func componentsAreAList() {
        #expect(
            toldOfStatus("site: {title: x, url: http://x.example}\ncomponents: {web: Website}\n") == [
                "2:13 wrong-type"
            ]
        )
    }

    /// A key of a severity, on line 3.
    @Test(arguments: [
        ("component_status: broken", "23 unknown-status"), ("visibility: secret", "17 invalid-value"),
        ("acknowledge_within: soon", "25 invalid-duration"), ("notice_within: 5", "20 invalid-duration"),
        ("identify_within: 1.5h", "22 invalid-duration"), ("resolve_within: 4 hrs", "21 invalid-duration"),
        ("update_every: x", "19 invalid-duration"), ("hours: office", "12 invalid-value"),
        ("notify: [[a]]", "14 wrong-type"), ("post_mortem: yes", "18 wrong-type"),
        ("post_mortem: {required: maybe}", "29 invalid-value"),
        ("post_mortem: {within: x}", "27 invalid-duration"),
        ("escalate: [{to: CEO}]", "16 missing-key"), ("escalate: [{after: 5m}]", "16 missing-key"),
        ("escalate: [{after: 5m, when: x, to: CEO}]", "16 missing-key"),
        ("escalate: [{after: x, to: CEO}]", "24 invalid-duration"), ("checklist: {a: b}", "17 invalid-value"),
        ("checklist: closing", "16 invalid-value"), ("checklist: {resolved: [A, a]}", "16 invalid-value"),
        ("checklist: {resolved: }", "17 empty-value"), ("watch_for: x", "16 invalid-duration"),
        ("runbook: wiki", "14 unsafe-link"), ("post_mortem: {held_within: x}", "32 invalid-duration"),
        ("respnders: x", "5 unknown-key"), ("name: [x]", "11 wrong-type"), ("definition:", "5 empty-value"),
        ("aliases: [sev-1]", nil),
    ])
    func severityKeyIsToldAtItsColumn(line: String, expected: String?) {
        let text = "severities:\n  SEV-1:\n    \(line)\nsite: {title: x, url: https://x.example}\n"
        #expect(toldOfStatus(text) == [expected].compactMap { $0.map { "3:\($0)" } })
    }

    @Test func twoSeveritiesMayNotShareAName() {
        let text =
            "site: {title: x, url: http://x.example}\nseverities:\n  SEV-1: {aliases: [P0]}\n  P0: {name: x}\n"
        #expect(toldOfStatus(text) == ["4:3 ambiguous-name"])
        #expect(
            toldOfStatus("site: {title: x, url: http://x.example}\nseverities: [SEV-1]\n") == [
                "2:13 wrong-type"
            ]
        )
    }

    @Test(arguments: [
        ("uptime: {weights: {broken: 1}}", "2:20 unknown-status"),
        ("uptime: {weights: {partial: 2}}", "2:20 invalid-value"),
        ("uptime: {weights: {partial: 0.3333}}", "2:20 invalid-value"),
        ("uptime: {weights: {operational: 1}}", "2:20 invalid-value"),
        ("uptime: {weigths: {partial: 1}}", "2:10 unknown-key"), ("uptime: 1", "2:9 wrong-type"),
        ("uptime: {weights: 1}", "2:19 wrong-type"), ("phases: {fixed: x}", "2:10 unknown-phase"),
        ("phases: x", "2:9 wrong-type"),
        ("checklists: [a]", "2:13 wrong-type"), ("checklists: {a: }", "2:14 empty-value"),
        ("team: {roles: [CTO]}", "2:15 wrong-type"), ("team: {roles: {CTO: x}}", "2:21 wrong-type"),
        ("team: {links: [{text: a}]}", "2:16 missing-key"),
        ("tickets: https://a.example/1", "2:10 invalid-value"),
        ("tickets: javascript:{}", "2:10 invalid-value"),
        ("tickets: https://a.example/{}/{}", "2:10 invalid-value"),
    ])
    func weightsAndPhasesAreTold(line: String, expected: String) {
        #expect(toldOfStatus("site: {title: x, url: http://x.example}\n\(line)\n") == [expected])
    }

    @Test func allMistakesAreToldAtOnce() {
        let text = """
            site:
              title: x
              url: nowhere
              time_zone: Nowhere
            components:
              - {id: A}
            severities:
              SEV-1: {hours: never}
            """
        #expect(
            toldOfStatus(text) == [
                "3:8 invalid-value", "4:14 unknown-time-zone", "6:10 invalid-value", "8:18 invalid-value",
            ]
        )
    }
}
