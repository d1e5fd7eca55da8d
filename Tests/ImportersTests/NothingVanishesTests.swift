import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Importers

/// What is over there is over here, what is open is open, and what it affects it affects.
@Suite struct SourceStateTests {
    /// It became RESOLVED, and INVESTIGATING the next day: an outage without an end.
    @Test func aWordSaidAfterTheEndDoesNotOpenTheIncidentAgain() throws {
        let source = issue("resolved: true\nresolvedWhen: 2024-03-01 11:00:00", severity: "down")
        #expect(
            try source.body() == """

                [RESOLVED 2024-03-01 11:00 UTC]

                [UPDATE 2024-03-02 08:00 UTC] Over.

                """
        )
        #expect(try source.remarks() == [])
    }

    @Test func aWordSaidAfterAnEndWithoutATimeDoesNotEither() throws {
        let source = issue("resolved: true", severity: "down")
        #expect(
            try source.body()
                == "\n[RESOLVED 2024-03-01 10:00 UTC]\n\n[UPDATE 2024-03-02 08:00 UTC] Over.\n"
        )
    }

    @Test func anEndWithoutATimeIsThatOfTheUpdateThatSaysSo() throws {
        let text =
            "*Resolved* - Over. {{< track \"2024-03-01 12:00:00\" >}}\n\n*Investigating* - Late. {{< track \"2024-03-01 10:10:00\" >}}"
        let source = issue("resolved: true", severity: "down", text: text)
        #expect(try source.body().contains("[RESOLVED 2024-03-01 12:00 UTC] Over."))
        #expect(
            try source.remarks() == [
                "4:1 no `resolvedWhen`: using the time of the update that says it is resolved"
            ])
    }

    @Test func aWordSaidAfterMaintenanceDoesNotBeginItAgain() throws {
        let source = issue(
            "resolved: true\nresolvedWhen: 2024-03-01 11:00:00",
            severity: "notice",
            title: "Maintenance"
        )
        #expect(
            try source.body()
                == "\n[COMPLETED 2024-03-01 11:00 UTC]\n\n[UPDATE 2024-03-02 08:00 UTC] Over.\n"
        )
    }

    @Test func aRecordThatWouldSayAnythingElseIsRefused() throws {
        var record = RecordDescription.sample
        record.affect(["web"], with: .majorOutage)
        record.kind = .incident(severity: "major", started: .at(0), ended: .at(60))
        var site = SiteDescription(title: "T", url: "https://status.example.com")
        site.components = [
            ComponentDescription(id: "web", name: "Web"), ComponentDescription(id: "api", name: "API"),
        ]
        site.severities = [SeverityDescription(level: "major", status: .majorOutage)]
        func mistakes(_ state: SourceState) -> [String] {
            record.state = state
            let file = Imported.File(path: record.path, bytes: Array(RecordWriter(record).text.utf8))
            let settings = SourceFile(path: "status.yml", bytes: Array(SiteWriter(site).text.utf8))
            return ReadBack(of: [record.path], by: settings, site: site).mistakes(in: file, of: record)
        }
        let right = SourceState(overAt: .at(60), components: ["web"], worst: .majorOutage)
        #expect(mistakes(right) == [])
        var wrong = right
        wrong.overAt = nil
        #expect(
            mistakes(wrong) == ["the record would be over at 2026-01-02T17:01:00Z, but the source says open"]
        )
        wrong = right
        wrong.components = ["web", "api"]
        #expect(mistakes(wrong) == ["the record would have different components: `api`"])
        wrong = right
        wrong.worst = .partialOutage
        #expect(
            mistakes(wrong) == [
                "the components of the record would be `major_outage`, but the source says `partial_outage`"
            ]
        )
    }

    @Test func whatStatuspageCallsOpenStaysOpen() throws {
        let source = Source.statuspage(
            Source.incident(
                "\"status\": \"monitoring\", \"impact\": \"none\", \"started_at\": \"2024-03-01T08:00:00Z\"",
                updates: [
                    ("2024-03-01T09:00:00Z", "resolved", "Over?", ""),
                    ("2024-03-01T08:00:00Z", "investigating", "We look.", ""),
                ]
            )
        )
        let site = try Corpora.site(of: try source.imported())
        #expect(site.incidents.map(\.isOpen) == [true])
        #expect(
            try source.remarks().map {
                $0.hasSuffix("it is not over on Statuspage: `resolved` is kept as bold text")
            }
                == [true]
        )
    }

    /// On schedule it would be over with its window.
    @Test func maintenanceThatTookLongerDid() throws {
        let source = Source.statusfy(
            """
            ---
            title: New ropes
            date: 2024-02-20T08:00:00.000Z
            scheduled: 2024-03-01T08:00:00.000Z
            duration: 60
            severity: under-maintenance
            affectedsystems: [crane]
            resolved: true
            ---
            ::: update Resolved | 2024-03-01T10:00:00.000Z
            Done.
            :::
            """
        )
        #expect(
            try source.body()
                == "\n[IN PROGRESS 2024-03-01 08:00 UTC]\n\n[COMPLETED 2024-03-01 10:00 UTC] Done.\n"
        )
    }

    @Test func anOutageThatBearsAWindowIsNoMaintenance() throws {
        let source = Source.statusfy(
            """
            ---
            title: Late
            date: 2024-03-01T08:00:00.000Z
            scheduled: 2024-03-01T08:00:00.000Z
            duration: 60
            severity: major-outage
            affectedsystems: [crane]
            resolved: false
            ---
            """
        )
        #expect(
            try source.frontMatter().contains("severity: major-outage\ncomponents:\n  crane: major_outage\n")
        )
        #expect(try source.remarks().count == 1)
    }

    /// An issue from 10:00 on, whose text is of the next day.
    private func issue(
        _ more: String,
        severity: String,
        title: String = "Late",
        text: String = "Over. {{< track \"2024-03-02 08:00:00\" >}}"
    ) -> Source {
        .cstate(
            "---\ntitle: \(title)\ndate: 2024-03-01 10:00:00\n\(more)\nseverity: \(severity)\naffected: [Web]\n---\n\(text)\n"
        )
    }
}

@Suite struct AffectedOfNoticesTests {
    @Test func whatANoticeNamesIsItsTagsAndNoComponent() throws {
        let source = Source.cstate(
            "---\ntitle: News\ndate: 2024-03-01 08:05\ninformational: true\npin: true\naffected: [Web, Old crane]\n---\nText."
        )
        #expect(
            try source.frontMatter()
                == "title: News\nnotice:\n  from: 2024-03-01T08:05Z\ntags:\n  - Web\n  - Old crane\n"
        )
        #expect(!(try source.settings().lowercased().contains("old crane")))
        #expect(try source.remarks() == ["6:1 a notice cannot affect components: `affected` is kept as tags"])
    }
}

/// A title in every way to write it.
@Suite struct QuotedTextTests {
    @Test(arguments: [
        (#"title: "caf\u00e9""#, "café"), (#"title: "\ud83c\udfd7 crane""#, "🏗 crane"),
        (#"title: "C:\Users""#, #"C:\Users"#), ("title: \"two\n  lines\"", "two lines"),
        ("title: 'it''s\n  late'", "it's late"), (#"title: "a\tb \x41 \U0001F3D7""#, "a\tb A 🏗"),
        ("title: \"joined \\\n  line\"", "joined line"), ("title: >\n  a folded\n  text", "a folded text"),
        ("title: \"never closed", "\"never closed"), (#"title: "a" b"#, #""a" b"#),
        ("title: 'Don't", "'Don't"),
    ])
    func quotesOfYAML(line: String, title: String) throws {
        // The tab is none of YAML's: the second reading is another one.
        for more in ["x: y", "x:\n\t- y"] {
            let source = Source.cstate("---\n\(line)\ndate: 2024-03-01 08:05\nseverity: down\n\(more)\n---\n")
            let site = try Corpora.site(of: try source.imported())
            #expect(site.incidents.map(\.title) == [title])
        }
    }

    @Test(arguments: [
        (#"title = "caf\u00e9 \U0001F3D7""#, "café 🏗"), (#"title = 'C:\u00e9'"#, #"C:\u00e9"#),
        ("title = \"\"\"\ntwo\nlines \\\n   joined\"\"\"", "two lines joined"),
        ("title = '''\nit's \"late\"'''", "it's \"late\""),
        (#""title" = "a # b" # c"#, "a # b"), (#"title = """"quoted"""""#, "\"quoted\""),
    ])
    func quotesOfTOML(line: String, title: String) throws {
        let text = """
            +++
            \(line)
            date = 2024-03-01 08:05:00Z # a time
            severity = "down"
            affected = ["Web", # [one]
              'Crane API']
            [params]
            author.name = { first = "Ada", ages = [1, 2] }
            +++
            """
        let source = Source.cstate(text)
        let site = try Corpora.site(of: try source.imported())
        #expect(site.incidents.map(\.title) == [title])
        #expect(try source.frontMatter().contains("  web: major_outage\n  crane-api: major_outage\n"))
        #expect(try source.frontMatter().hasSuffix("# params.author.name: first: Ada, ages: 1, 2\n"))
    }

    @Test(arguments: [
        "title = \"x", "title = [", "title =", "= 1", "[a", "title = \"a\" b", "a = {b = 1",
    ])
    func whatIsNoTOMLIsRefused(line: String) throws {
        let source = Source.cstate("+++\n\(line)\n+++\n")
        #expect(try source.imported().hasRefusals)
        #expect(try source.remarks().allSatisfy { $0.hasPrefix("2:") })
    }

    @Test func keysInAnotherCaseAreRead() throws {
        let source = Source.cstate(
            "---\nTitle: Late\nDate: 2024-03-01 08:05\nSeverity: down\nAffected: [Web]\n---\n"
        )
        #expect(try source.frontMatter().contains("title: Late\nseverity: down\ncomponents:\n  web"))
        #expect(try source.remarks() == [])
    }

    @Test func emojiOfTwoEscapesAreReadInLocales() throws {
        let names = #"{"title": "Harbour \ud83c\udfd7", "systems": {"items": {"web": {"title": "Web"}}}}"#
        let text = "---\ntitle: T\ndate: 2024-03-01\nseverity: major-outage\n---"
        let source = Source(.statusfy, ["locales/en.json": names, "content/a.md": text])
        #expect(try source.settings().contains("title: \"Harbour 🏗\""))
    }
}

@Suite struct DoubleKeysTests {
    @Test(arguments: [
        "googleAnalytics: a\ngoogleAnalytics: b", "outputs: {page: a, page: b}", "params:\n  ok: a\n  ok: b",
        "menu:\n  - title: a\n    title: b", "\"theme\": a\n\"theme\": b", "theme: a\ntheme: b\ntheme: c",
    ])
    func aKeyThatIsNotCarriedOverMayStandTwice(lines: String) throws {
        let source = Source.cstate(
            Self.issue,
            configuration: "title: Harbour\nbaseURL: https://a.example\n\(lines)\n"
        )
        #expect(try source.imported().records.count == 1)
        #expect(try source.settings().contains("title: Harbour\n"))
    }

    @Test(arguments: [
        ("title: a", 4), ("Title: a", 4), ("params:\n  brand: a\n  brand: b", 6),
        ("params:\n  systems:\n    - name: a\n      name: b", 7),
    ])
    func aKeyThatIsCarriedOverMayNot(lines: String, line: Int) throws {
        let source = Source.cstate(
            Self.issue,
            configuration: "title: Harbour\nbaseURL: https://a.example\nx: 1\n\(lines)\n"
        )
        let imported = try source.imported()
        #expect(imported.isRefused && imported.results[0].outcome == .refused)
        #expect(imported.results[0].remarks.map(\.location.line) == [line])
        #expect(imported.results[0].remarks[0].message.hasSuffix("appears here again"))
    }

    @Test func inFrontMatterToo() throws {
        let known = Source.cstate(Self.issue.replacing("severity", with: "date: 2024-03-02\nseverity"))
        #expect(try known.remarks() == ["4:1 the key `date` appears here again"])
        let other = Source.cstate(Self.issue.replacing("severity", with: "by: Ada\nby: Lin\nseverity"))
        #expect(try other.frontMatter().hasSuffix("# by: Ada\n# by: Lin\n"))
    }

    private static let issue = "---\ntitle: Late\ndate: 2024-03-01 08:05\nseverity: down\n---\n"
}

@Suite struct HTMLInMarkdownTests {
    @Test(arguments: [
        ("one<br /><br />two", "one\n\ntwo"), ("one<br>two", "one\\\ntwo"), ("one<br>\ntwo", "one\\\ntwo"),
        ("one<br>", "one"), ("one<br>\n\ntwo", "one\n\ntwo"), ("- one<br><br>two", "- one\\\ntwo"),
        ("# one<br>two", "# one two"), ("| a<br>b |", "| a b |"), ("one<br>- two", "one\n\n- two"),
        ("one<br><ul><li>two</li></ul>", "one\n\n- two"), ("<p>one</p>\n<p>two</p>", "one\n\n\n\n\ntwo"),
        ("~~~\n<br>\n~~~\n<b>x</b>", "~~~\n<br>\n~~~\n**x**"),
        ("a\n\n    <br>\n\n<i>x</i>", "a\n\n    <br>\n\n*x*"),
        ("<strike>one</strike>", "~~one~~"), ("`<br>` and ``<b>``", "`<br>` and ``<b>``"),
        ("Vec<String>", "Vec\\<String>"), ("at <host.example>", "at \\<host.example>"),
    ])
    func theTextsOfCStateAndStatusfyAreMarkdown(html: String, markdown: String) throws {
        #expect(HTMLText(markdown: html).markdown.trimmedLines == markdown)
    }

    @Test func theirRecordsHoldNoHTML() throws {
        let text =
            "Late.<br /><br /><b>Sorry</b> for <a href=\"https://example.com\">it</a> <span>all</span>."
        let markdown = "\nLate.\n\n**Sorry** for [it](<https://example.com>) all.\n"
        let cstate = Source.cstate("---\ntitle: T\ndate: 2024-03-01 08:00\nseverity: down\n---\n\(text)\n")
        #expect(try cstate.body() == markdown)
        #expect(try cstate.remarks() == ["6:72 `<span>` is left out: Markdown has no equivalent"])
        let statusfy = Source.statusfy(
            "---\ntitle: T\ndate: 2024-03-01 08:00\nseverity: major-outage\n---\n\(text)\n"
        )
        #expect(try statusfy.body() == markdown)
        #expect(try statusfy.remarks() == ["6:72 `<span>` is left out: Markdown has no equivalent"])
    }

    @Test func manyBreaksInOneLineAreRead() {
        let text = "# " + String(repeating: "a<br>", count: 20_000)
        #expect(HTMLText(markdown: text).markdown.utf8.count > 20_000)
    }
}

@Suite struct PostMortemPublicationTests {
    private func incident(_ keys: String) -> Source {
        .statuspage(
            Source.incident(
                "\"impact\": \"none\", \"started_at\": \"2024-03-01T08:00:00Z\", \"postmortem_body\": \"A rope.\", \(keys)",
                updates: [("2024-03-02T09:00:00Z", "resolved", "Over.", "")]
            )
        )
    }

    @Test(arguments: [
        ("\"status\": \"postmortem\"", "2024-03-02"), ("\"status\": \"resolved\"", "2024-03-02"),
        ("\"status\": \"postmortem\", \"postmortem_published_at\": \"2024-03-05T10:00:00Z\"", "2024-03-05"),
        ("\"status\": \"postmortem\", \"postmortem_published_at\": null", "2024-03-02"),
    ])
    func aPublicOneBearsItsDayElseThatOfTheResolution(keys: String, day: String) throws {
        #expect(try incident(keys).body().contains("\n# Post-mortem\n\nPublished: \(day)\n\nA rope.\n"))
    }

    @Test func oneThatWasNotPublicDoesNot() throws {
        let source = incident("\"status\": \"resolved\", \"postmortem_published_at\": null")
        #expect(try source.body().hasSuffix("\n# Post-mortem\n\nA rope.\n"))
        #expect(try source.remarks().map { $0.contains("imported as a draft") } == [true])
    }
}

@Suite struct AddressesTests {
    /// Front matter is copied, with its id.
    @Test func anAliasOfTwoRecordsIsThatOfTheFirst() throws {
        let text = "---\nid: 7k2\ntitle: T\ndate: 2024-03-01\nseverity: major-outage\n---"
        let other = text.replacing("7k2", with: "a")
        let source = Source(
            .statusfy,
            [
                "locales/en.json": Source.statusfyNames, "content/a.md": text, "content/b.md": text,
                "content/c.md": other,
            ]
        )
        let site = try Corpora.site(of: try source.imported())
        #expect(site.incidents.map(\.aliases).sorted { $0.count > $1.count } == [["7k2"], [], []])
        #expect(
            try source.remarks().count { $0.contains("belongs to another record, so it is left out") } == 2)
    }

    @Test func anIncidentWithoutUpdatesIsNoComponent() throws {
        let incident =
            "{\"id\": \"i1\", \"name\": \"Late\", \"status\": \"investigating\", \"impact\": \"minor\", \"started_at\": \"2024-03-01T08:00:00Z\", \"incident_updates\": null}"
        let source = Source.statuspage(incident)
        #expect(try source.imported().records.count == 1)
        #expect(!(try source.settings().contains("Late")))
    }

    @Test func whatIsNeitherIncidentNorComponentIsTold() throws {
        let source = Source.statuspage("{\"id\": \"i1\", \"title\": \"Late\"}")
        #expect(try source.remarks() == ["1:16 this is neither a component nor an incident"])
        #expect(try source.imported().hasRefusals)
    }

    @Test func aClosedIssueHasToSayWhen() throws {
        let issue =
            "[{\"number\": 1, \"title\": \"Web is down\", \"labels\": [\"status\"], \"createdAt\": \"2024-03-01T08:00:00Z\", \"state\": \"CLOSED\"}]"
        let settings = "owner: a\nrepo: b\nsites: [{name: Web, url: x}]\n"
        let closed = Source(.upptime, [".upptimerc.yml": settings, "issues.json": issue])
        #expect(
            try closed.remarks() == ["1:2 nothing says when it was closed: there is no `closed_at`"]
        )
        let reopened = issue.replacing("CLOSED\"", with: "OPEN\", \"closedAt\": \"2024-03-01T09:00:00Z\"")
        let open = Source(.upptime, [".upptimerc.yml": settings, "issues.json": reopened])
        #expect(!(try open.body().contains("RESOLVED")))
    }
}
