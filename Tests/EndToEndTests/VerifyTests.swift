import Foundation
import Publishing
import StatusModel
import Testing

@testable import Records
@testable import Verification
@testable import allclear

/// A second implementation finds the figures of every site to be what they should be, and every lie about them.
@Suite struct VerifyTests {
    @Test(arguments: [Audience.public, .internal])
    func demonstrationAgrees(with audience: Audience) throws {
        let ledger = Verification.run(on: try BuiltFiles(of: ProjectFolder.path, at: Self.now, for: audience))
        #expect(ledger.problems == [])
        // Every kind of figure was looked at.
        #expect(ledger.entries.map(\.kind.rawValue).sorted() == Ledger.Kind.allCases.map(\.rawValue).sorted())
        #expect(ledger.entries.allSatisfy { $0.agreeing > 0 })
    }

    @Test(arguments: GoldenSiteTests.sites.filter { $0 != "twelve-mistakes" }, [Audience.public, .internal])
    func goldenSiteAgrees(name: String, with audience: Audience) throws {
        let folder = GoldenSiteTests.folder + "/" + name
        let text = try String(contentsOfFile: folder + "/now", encoding: .utf8)
        let now = try #require(Instant(writtenAs: text.trimmingCharacters(in: .whitespacesAndNewlines)))
        let ledger = Verification.run(on: try BuiltFiles(of: folder, at: now, for: audience))
        #expect(ledger.problems == [])
    }

    @Test func everySiteOfTheGalleryAgrees() throws {
        let outputs = try Gallery(in: GalleryTests.look()).outputs
        let sites = Dictionary(grouping: outputs) { String($0.path.prefix { $0 != "/" }) }
            .filter { $0.value.count > 1 }
        #expect(sites.count > 15)
        let problems = sites.sorted { $0.key < $1.key }.concurrentMap(threshold: 2) { name, outputs in
            let files = BuiltFiles(of: outputs, below: name)
            return Verification.run(on: files).problems.map { "\(name): \($0)" }
        }
        #expect(problems.flatMap(\.self) == [])
    }

    /// Names of records and groups become parts of addresses, whatever their script.
    @Test func namesInAnyScriptAreRead() throws {
        let site = try SmallSite([
            "status.yml": SmallSite.configuration.replacing(
                "name: API}", with: "name: API, group: 東京}, {id: web, group: 東京}"),
            "incidents/Größe 障害.md": SmallSite.record(),
        ])
        let now = Instant(seconds: 1_767_700_000)
        let ledger = Verification.run(on: try BuiltFiles(of: site.path, at: now, for: .public))
        #expect(ledger.problems == [])
    }

    /// An objective that held only once, one that allows nothing, and a component that was retired.
    @Test func objectivesOfThePastAgree() throws {
        let site = try SmallSite([
            "status.yml": SmallSite.configuration + """
                rules_until: {2026-01-02: {components: {api: {target: 99}}}}

                """,
            "incidents/late.md": SmallSite.record(),
        ])
        for (target, until) in [("", ""), (", target: 100", ""), (", target: 99.9", ", until: 2025-06-01")] {
            let configuration = SmallSite.configuration
                .replacing(
                    "{id: api, name: API}",
                    with: "{id: api, name: API}, {id: web, since: 2025-01-01\(target)\(until)}")
            try site.write(
                configuration + "rules_until: {2026-01-02: {components: {api: {target: 99}}}}\n",
                to: "status.yml")
            let files = try BuiltFiles(of: site.path, at: Instant(seconds: 1_767_700_000), for: .public)
            let ledger = Verification.run(on: files)
            #expect(ledger.problems == [], "\(target)\(until)")
        }
    }

    @Test(arguments: [
        ([3, 1], "3 incidents, 1 maintenance", true), ([3, 1], "3 حوادث وصيانة واحدة", true),
        ([3, 1], "3 incidents", true), ([3], "4 incidents", false), ([1], "2 incidents", false),
        ([0], "no incidents", true), ([12], "1,200", false), ([1200], "1,200", true), ([1, 12], "12", true),
    ])
    func countsAreTold(_ counts: [Int], _ text: String, areTold: Bool) {
        #expect(Numerals.tells(counts, in: text) == areTold)
    }

    /// More records than `api/statistics.json` has itself, in a zone whose clocks change, in another language.
    @Test func generatedSiteAgrees() throws {
        let scratch = try Scratch()
        try Self.generate(600, into: scratch.path + "/site")
        let configuration = scratch.path + "/site/status.yml"
        let text = try String(contentsOfFile: configuration, encoding: .utf8)
            .replacing("time_zone: UTC", with: "time_zone: America/St_Johns\n  language: ar")
        try text.write(toFile: configuration, atomically: true, encoding: .utf8)
        let files = try BuiltFiles(of: scratch.path + "/site", at: Self.now, for: .public)
        #expect(files.files["api/statistics/2026.json"] != nil)
        let ledger = Verification.run(on: files)
        #expect(ledger.problems == [])
    }

    /// Each lie alone: whichever is told, the figures do not agree any more.
    @Test func everyPlantedLieIsFound() throws {
        let built = try BuiltFiles(of: ProjectFolder.path, at: Self.now, for: .public)
        let lies = LieRule.all.flatMap { $0.lies(about: built.files) }
        #expect(lies.count >= 200)
        for rule in LieRule.all {
            #expect(!rule.lies(about: built.files).isEmpty, "\(rule.name) makes no lie")
        }
        let unnoticed = lies.concurrentMap(threshold: 2) { lie -> String? in
            let found = Verification.run(on: built.telling(lie)).troubled
            return lie.kinds.isDisjoint(with: found) ? "\(lie.name): \(found.map(\.rawValue).sorted())" : nil
        }
        #expect(unnoticed.compactMap { $0 } == [])
    }

    /// Story API is degraded and Narration has a partial outage, whatever the banner says.
    @Test(arguments: VerifyTests.bannerLies)
    func bannerIsComparedWithComponents(
        _ text: String, _ other: String, in paths: [String], problem: String
    ) throws {
        var files = try BuiltFiles(of: ProjectFolder.path, at: Self.now, for: .public)
        for path in paths { files = try files.replacing(text, with: other, in: path) }
        #expect(Verification.run(on: files).problems == [problem])
    }

    static let bannerLies: [(String, String, [String], String)] = [
        (
            "class=\"banner partial\"", "class=\"banner operational\"", ["index.html"],
            "index.html: state of the banner: published operational, partial, recomputed partial"
        ),
        (
            "data-alone=\"Partial outage\"", "data-alone=\"Slow\"", ["index.html"],
            """
            index.html: state of the banner in words, against a badge: published Slow, \
            recomputed Partial outage
            """
        ),
        (
            "Narration is partially down, Story API has degraded performance", "All is well",
            ["index.html", "embed.html"],
            """
            index.html: components that the headline names: published All is well, \
            recomputed Story API, Narration
            """
        ),
        (
            "Narration is partially down, Story API has degraded performance", "All is well",
            ["embed.html"],
            """
            embed.html: heading, against index.html: published All is well, \
            recomputed Narration is partially down, Story API has degraded performance
            """
        ),
    ]

    /// In July, Story API missed one of eight objectives, whatever the report says.
    @Test(arguments: VerifyTests.verdictLies)
    func verdictIsComparedWithObjectives(
        _ text: String, _ other: String, place: String, recomputed: String
    ) throws {
        let built = try BuiltFiles(of: ProjectFolder.path, at: Self.now, for: .public)
        let path = "reports/2026-07.html"
        let problems = Verification.run(on: try built.replacing(text, with: other, in: path)).problems
        let problem = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(problem.hasPrefix(path + place + ": published "))
        #expect(problem.hasSuffix(", recomputed " + recomputed))
    }

    static let verdictLies: [(String, String, String, String)] = [
        (
            "1 of 8 objectives missed", "8 of 8 objectives met",
            ": number of missed objectives in its heading", "text with the numbers 1 and 8"
        ),
        (
            "1 of 8 objectives missed", "All 8 objectives met", ": heading",
            "a heading that differs from the one in reports/2026-05.html, which has no missed objectives"
        ),
        (
            "missed its objective: 99.923%", "met its objective: 99.97%", ": missed objectives",
            "a sentence with Story API, 99.923% and 99.95%"
        ),
        ("99.95%, missed", "99.95%", ", `story-api`: objective", "an objective that was missed"),
        ("99.95%, missed", "99.5%, missed", ", `story-api`: objective", "text with the digits 9995"),
    ]

    /// What is gone agrees with nothing.
    @Test func missingFigureIsFound() throws {
        let built = try BuiltFiles(of: ProjectFolder.path, at: Self.now, for: .public)
        for (path, text, kind) in [
            ("reports/2026-10.html", "<section id=\"uptime\">", Ledger.Kind.pages),
            ("reports/2026-10.html", "<section id=\"budget\">", .pages),
            ("components/story-api.html", "<table class=\"numbers\">", .pages),
            ("index.html", "<div class=\"group\">", .pages),
            ("api/statistics.json", "\"mtbf_seconds\"", .uptime),
            ("api/statistics.json", "\"text\"", .uptime), ("api/statistics.json", "\"p90\"", .responses),
        ] {
            let files = try built.replacing(text, with: text.replacing(/[a-z0-9]/, with: "x"), in: path)
            #expect(Verification.run(on: files).troubled.contains(kind), "\(path): \(text)")
        }
    }

    /// Pages and feeds of a site with one incident more, put into the site without it.
    @Test func recordThatNoFigureCountsIsFound() throws {
        let site = try SmallSite(["incidents/one.md": SmallSite.record(title: "One")])
        let now = Instant(seconds: 1_767_700_000)
        let built = try BuiltFiles(of: site.path, at: now, for: .public)
        try site.write(SmallSite.record(title: "Two"), to: "incidents/two.md")
        let more = try BuiltFiles(of: site.path, at: now, for: .public)
        #expect(Verification.run(on: built).problems == [])
        for (paths, kind) in [
            (
                ["history.html", "history/2026-01.html", "history/2026.html", "incidents/two.html"],
                Ledger.Kind.pages
            ), (["history/component-api.html", "incidents/two.html"], .pages),
            (
                [
                    "feed.json", "feed.xml", "atom.xml", "history.rss", "history.atom",
                    "incidents/two.html",
                ], .feeds
            ),
        ] {
            #expect(Verification.run(on: built.with(paths, of: more)).troubled == [kind], "\(paths)")
        }
    }

    /// No sum of what is published is larger than a number can be.
    @Test(arguments: [
        ("\"weight\":1", "\"weight\":10", "`weight` is not a weight from 0 to 1"),
        (
            "\"counted\":[",
            "\"counted\":["
                + String(
                    repeating: "{\"from\":null,\"counts_towards_uptime\":true},", count: 1_000),
            "there are more than 1000 `counted`"
        ),
    ])
    func largeClaimsAreNotRead(_ text: String, _ other: String, reason: String) throws {
        let site = try SmallSite()
        let built = try BuiltFiles(of: site.path, at: Instant(seconds: 1_767_700_000), for: .public)
        let files = try built.replacing(text, with: other, in: "api/statistics.json")
        #expect(Verification.run(on: files).problems == [reason])
    }

    /// Outages that lie in each other, and some of no length, in time that was watched in parts.
    @Test func calmIsOfAllOutagesTogether() {
        func stretch(_ from: Int, _ until: Int) -> Stretch { Stretch(from: from, until: until) }
        let calm = Calm(
            during: [stretch(0, 100), stretch(100, 200), stretch(300, 400)],
            without: [
                stretch(60, 70), stretch(50, 90), stretch(80, 85), stretch(150, 320), stretch(390, 390),
            ])
        // 0–50, 90–150, 320–390 and 390–400 are free of outages.
        #expect(calm.longest == stretch(320, 390))
        #expect(calm.since == 390)
        let touching = Calm(during: [stretch(10, 20)], without: [stretch(0, 10), stretch(10, 10)])
        #expect(touching.since == 10)
        #expect(touching.longest == stretch(10, 20))
    }

    static let now = Instant(seconds: 1_795_176_000)  // 2026-11-20T12:00:00Z

    private static func generate(_ count: Int, into folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", ProjectFolder.path + "/Benchmarks/generate-records.py", "\(count)", folder,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

/// A site's files in memory.
struct BuiltFiles: PublishedFiles {
    private(set) var files: [String: [UInt8]]

    init(of folder: String, at now: Instant, for audience: Audience) throws {
        let reading = try SiteReading(of: folder, at: now)
        let site = try #require(reading.site)
        files = [:]
        for output in site.outputs(for: audience) { files[output.path] = try output.bytes() }
    }

    /// The files of a folder.
    init(of outputs: [Output], below folder: String) {
        files = [:]
        for output in outputs {
            files[String(output.path.dropFirst(folder.count + 1))] = try? output.bytes()
        }
    }

    func bytes(of path: String) throws(Unreadable) -> [UInt8] {
        guard let bytes = files[path] else { throw Unreadable("`\(path)` is not there") }
        return bytes
    }

    /// The same site with another text wherever a file has one.
    func replacing(_ text: String, with other: String, in path: String) throws -> BuiltFiles {
        let content = String(decoding: try #require(files[path]), as: UTF8.self)
        #expect(content.contains(text), "\(path): \(text)")
        var changed = self
        changed.files[path] = Array(content.replacing(text, with: other).utf8)
        return changed
    }

    /// The same site with files of another.
    func with(_ paths: [String], of other: BuiltFiles) -> BuiltFiles {
        var changed = self
        for path in paths { changed.files[path] = other.files[path] }
        return changed
    }

    /// The same site, with a lie.
    func telling(_ lie: PlantedLie) -> BuiltFiles {
        var changed = self
        changed.files[lie.path] = lie.bytes
        return changed
    }
}

extension Ledger {
    /// The kinds of which a figure does not agree, or cannot be read.
    fileprivate var troubled: Set<Kind> {
        Set(entries.filter { $0.disagreeing > 0 || !$0.unreadable.isEmpty }.map(\.kind))
    }

    /// What does not agree, and what could not be read.
    fileprivate var problems: [String] {
        entries.flatMap { entry in
            entry.unreadable
                + [entry.first.map { "\($0.place): published \($0.published), recomputed \($0.recomputed)" }]
                .compactMap { $0 }
        }
    }
}
