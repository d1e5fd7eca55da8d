import StatusModel
import Testing

@testable import Verification

/// Sites that are right, but in ways that few are: they agree with their figures, and a lie about them does not.
@Suite struct VerifySitesTests {
    /// Without the record that cannot be read, all is well, or the only incident affects nothing.
    @Test(
        arguments: [
            [:], ["incidents/open.md": VerifySitesTests.openIncident(title: "Calls fail")],
        ] as [[String: String]])
    func siteInDoubtAgrees(files: [String: String]) throws {
        let broken = """
            ---
            title: It cannot be read
            severity: SEV-1
            components: {unknown: major}
            started: 2026-01-05T10:00Z
            ---

            [RESOLVED 10:30 UTC] It is over.

            """
        let built = try Self.built(files.merging(["incidents/broken.md": broken]) { $1 })
        #expect(try built.text(of: "status.json").contains("#5f6368"))
        #expect(Self.disagreements(of: built) == [])
    }

    /// The banner says that the status is not fully known.
    @Test func badgeOfASiteInDoubtIsComparedWithTheBanner() throws {
        let built = try Self.built([
            "incidents/broken.md": SmallSite.record().replacing("{api: ", with: "{unknown: ")
        ])
        let files = try built.replacing("#5f6368", with: "#327a52", in: "status.json")
        #expect(Self.disagreements(of: files) == ["status.json: `color`"])
    }

    /// Of 100 UTF-16 code units, 49 are left before a long word, or nine characters of 11 each.
    @Test(arguments: [
        "Some customers get errors when they call us under "
            + "https://api.example.com/v2/accounts/exports/latest-of-all",
        String(repeating: "👨‍👩‍👧‍👦", count: 11),
    ])
    func titleThatWasCutAgrees(title: String) throws {
        let built = try Self.built(["incidents/open.md": Self.openIncident(title: title)])
        #expect(Self.disagreements(of: built) == [])
        // So short a text could be the start of any title.
        let headline = Markup(try built.bytes(of: "index.html")).banner?.source.split(separator: ">")
        let sentence = try #require(headline?.last)
        #expect(sentence.hasSuffix("…</a"))
        let files = try built.replacing(
            ">\(sentence)></h1>", with: ">\(title.prefix(1))…</a></h1>", in: "index.html")
        #expect(Self.disagreements(of: files) == ["index.html: headline, against `open`"])
    }

    /// The first record is maintenance that was over at once, or that never ran.
    @Test(arguments: [
        (
            "[IN PROGRESS 2026-01-01 10:00 UTC] A.\n\n[COMPLETED 2026-01-01 10:00 UTC] B.",
            "2026-01-01T10:00:00Z"
        ),
        ("[CANCELLED 2025-12-30 10:00 UTC] It is not needed.", "2026-01-02T16:58:00Z"),
        ("[COMPLETED 2025-12-30 10:00 UTC] It was done early.", "2026-01-02T16:58:00Z"),
    ])
    func maintenanceOfNoLengthAgrees(updates: String, first: String) throws {
        let built = try Self.built(["incidents/restart.md": Self.restart(updates)])
        let statistics = try built.text(of: "api/statistics.json")
        #expect(statistics.contains("\"first_record_at\":\"\(first)\""))
        for list in ["maintenance.html", "history/2026-01.html"] {
            #expect(try built.text(of: list).contains("Restart"))
            #expect(try !built.text(of: list).contains("<span>1\u{A0}h</span>"))
        }
        #expect(Self.disagreements(of: built) == [])
    }

    /// Only maintenance that never ran may have no length.
    @Test(arguments: [
        ("<span>1\u{A0}h</span>", "maintenance.html", "maintenance.html, entry `restart`"),
        (", 1\u{A0}h", "incidents/restart.html", "incidents/restart.html"),
    ])
    func lengthThatIsMissingIsFound(length: String, path: String, place: String) throws {
        let updates = "[SCHEDULED 2025-12-30 10:00 UTC] We restart everything."
        let built = try Self.built(["incidents/restart.md": Self.restart(updates)])
        #expect(Self.disagreements(of: built) == [])
        let files = try built.replacing(length, with: "", in: path)
        #expect(Self.disagreements(of: files) == ["\(place): how long it lasted"])
    }

    /// Seven components are affected, of which four are named.
    @Test(arguments: [
        "Lasted {duration} ({time}). {components}.", "{time}: {components}, {duration}.",
        "{components}. {duration}, {time}.", "{time}, {duration}. {components}.",
    ])
    func lengthIsFoundInAnyOrder(lead: String) throws {
        let ids = ["api", "b", "c", "d", "e", "f", "g"]
        let built = try Self.built([
            Self.phrases: "record.lead.lasted-affecting = \(lead)\n",
            "status.yml": SmallSite.configuration.replacing(
                "{id: api, name: API}", with: ids.map { "{id: \($0)}" }.joined(separator: ", ")),
            "incidents/slow.md": SmallSite.record().replacing(
                "{api: major_outage}", with: "[\(ids.joined(separator: ", "))]"),
        ])
        #expect(Self.disagreements(of: built) == [])
        let page = Markup(try built.bytes(of: "incidents/slow.html"))
        let shown = try #require(page.piece(from: "<p class=\"lead\">", to: "</p>")).source
        #expect(shown.contains(" 3 more"))
        let longer = shown.replacing("47\u{A0}min", with: "147\u{A0}min")
        let files = try built.replacing(shown, with: longer, in: "incidents/slow.html")
        #expect(Self.disagreements(of: files) == ["incidents/slow.html: how long it lasted"])
    }

    @Test(arguments: ["{objective} (!)", "({objective})", "{objective} *"])
    func markOfAMissedObjectiveMayHaveNoLetters(mark: String) throws {
        let built = try Self.built([
            Self.phrases: "report.uptime.missed = \(mark)\n",
            "status.yml": SmallSite.configuration.replacing("name: API", with: "name: API, target: 99.9"),
        ])
        #expect(Self.disagreements(of: built) == [])
        let cell = "<td>\(mark.replacing("{objective}", with: "99.9%"))</td>"
        let files = try built.replacing(cell, with: "<td>99.9%</td>", in: "reports/2026-01.html")
        #expect(Self.disagreements(of: files) == ["reports/2026-01.html, `api`: objective"])
    }

    /// In Arabic, a percentage has its own sign, with marks of direction around it.
    @Test(arguments: ["ar", "de", "fr", "ja"])
    func objectiveThatWasMetHasNoMark(language: String) throws {
        let built = try Self.built([
            "status.yml": SmallSite.configuration.replacing("name: API", with: "name: API, target: 95")
                .replacing(".com\"}", with: ".com\", language: \(language)}")
        ])
        #expect(Self.disagreements(of: built) == [])
    }

    /// Each missed its objective.
    @Test func namesOfDigitsAreNotTakenForFigures() throws {
        let built = try Self.built([
            "status.yml": SmallSite.configuration.replacing(
                "{id: api, name: API}",
                with: """
                    {id: c5, name: "5", target: 99.9}, {id: c9, name: "9", target: 99.9}, \
                    {id: api, name: "API 9", target: 99.92}
                    """),
            "incidents/slow.md": SmallSite.record().replacing("{api: major_outage}", with: "[c5, c9, api]"),
        ])
        #expect(Self.disagreements(of: built) == [])
        let files = try built.replacing(
            "API 9 (99.137%", with: "API 9 (99.138%", in: "reports/2026-01.html")
        #expect(Self.disagreements(of: files) == ["reports/2026-01.html: missed objectives"])
    }

    private static let phrases = "site-templates/languages/en.phrases"

    /// Maintenance from 10:00 to 11:00 UTC on 1 January, with these updates.
    static func restart(_ updates: String) -> String {
        """
        ---
        title: Restart
        maintenance: {from: 2026-01-01T10:00Z, until: 2026-01-01T11:00Z}
        components: [api]
        ---

        \(updates)

        """
    }

    /// An incident that has not affected any component.
    static func openIncident(title: String) -> String {
        """
        ---
        title: "\(title)"
        severity: SEV-1
        started: 2026-01-06T10:00Z
        ---

        [INVESTIGATING 2026-01-06 10:00 UTC] We are looking into it.

        """
    }

    private static func built(_ files: [String: String]) throws -> BuiltFiles {
        let now = Instant(seconds: 1_767_700_000)  // 2026-01-06T11:46:40Z
        let site = try SmallSite(files)
        return try withExtendedLifetime(site) { try BuiltFiles(of: site.path, at: now, for: .public) }
    }

    /// Returns the first place of each kind that does not agree, and reasons that something cannot be read.
    private static func disagreements(of files: BuiltFiles) -> [String] {
        Verification.run(on: files).entries.flatMap { entry in
            entry.unreadable + [entry.first?.place].compactMap { $0 }
        }
    }
}
