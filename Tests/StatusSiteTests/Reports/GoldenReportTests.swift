import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Reports of eight kinds of periods, held whole: `UPDATE_EXPECTED=1 swift test --filter GoldenReportTests` rewrites
/// them. Read them before they are committed.
@Suite struct GoldenReportTests {
    static let folder = "Tests/StatusSiteTests/Reports/Golden"

    @Test(arguments: GoldenReport.allCases)
    func reportIsAsExpected(of kind: GoldenReport) throws {
        let file = repository.appending(path: "\(Self.folder)/\(kind.rawValue).html")
        let actual = try kind.main
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE_EXPECTED"] != nil {
            try #require(environment["CI"] == nil, "UPDATE_EXPECTED is not for CI")
            try actual.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == actual)
    }

    @Test func headlineOfEachIsItsOwn() throws {
        #expect(
            try GoldenReport.allCases.map { try $0.headline } == [
                "99.82% uptime, 2 incidents", "All 4 objectives met", "1 of 4 objectives missed",
                "3 of 4 objectives missed", "All 4 objectives can still be met",
                "First day, no incidents so far",
                "No incidents in September 2026", "98.74% uptime, 310 incidents",
            ]
        )
    }

    /// The answer in sentences, then the picture, then the tables, then how it was counted.
    @Test(arguments: GoldenReport.allCases)
    func sectionsAreBuiltAlike(in kind: GoldenReport) throws {
        for section in try kind.main.pieces(after: "<section ") {
            let section = section.prefix(upTo: try #require(section.firstRange(of: "</section>")).lowerBound)
            let parts = section.matches(of: /<(h2|p class="remark"|p|figure|table)[ >]/).map(\.output.1)
            let order = ["h2", "p", "figure", "table", "p class=\"remark\""]
            let places = parts.compactMap { part in order.firstIndex(of: String(part)) }
            #expect(places == places.sorted() && places.first == 0, "\(section.prefix(40))")
        }
    }

    @Test(arguments: GoldenReport.allCases)
    func noReportSaysNothing(of kind: GoldenReport) throws {
        let text = try kind.main.replacing(/<figure[\s\S]*?<\/figure>/, with: "")
        for words in [">0\u{A0}s<", ">none<", "no data", "n = "] { #expect(!text.contains(words)) }
        // A number and its unit are never parted.
        #expect(text.firstMatch(of: /\d (min|h|d|s|points)\b/)?.output.0 == nil)
    }
}

/// What reports are held of.
enum GoldenReport: String, CaseIterable {
    case noObjectives = "no-objectives"
    case allMet = "all-met"
    case oneMissed = "one-missed"
    case mostMissed = "most-missed"
    case inProgress = "in-progress"
    case firstDay = "first-day"
    case noIncident = "no-incident"
    case manyIncidents = "many-incidents"
}

extension GoldenReport {
    /// The report's `<main>`, as its mail has it.
    var main: String {
        get throws {
            let html = String(decoding: try file.render(as: .html), as: UTF8.self)
            let start = try #require(html.range(of: "<main")).lowerBound
            let end = try #require(html.range(of: "</main>")).upperBound
            return html[start..<end] + "\n"
        }
    }

    var headline: String {
        get throws {
            let lines = String(decoding: try file.render(as: .markdown), as: UTF8.self).split(separator: "\n")
            return try #require(lines.first { $0.hasPrefix("# ") }).dropFirst(2).description
        }
    }

    private var file: ReportFile {
        get throws {
            let (page, now) = (page, now)
            return ReportFile(
                of: try #require(Period(named: period)),
                on: page.seen(by: .public, at: now),
                now: now,
                templates: try #require(SiteTemplates(into: Findings())),
                provenance: Provenance(
                    generator: "allclear 1.0.0",
                    revision: Provenance.Revision(commit: "0123456789ab", isModified: false)
                )
            )
        }
    }

    private var period: String {
        switch self {
        case .noObjectives, .noIncident: "2026-09"
        case .firstDay: "2026-11"
        case .manyIncidents: "2026-Q3"
        default: "2026-10"
        }
    }

    private var now: Instant { Sample.at(self == .inProgress ? "2026-10-20T12:00" : "2026-11-02T08:00") }

    private var page: StatusPage {
        var page = StatusPage(
            title: "Harbour Status",
            url: "https://status.harbour.example.com",
            since: Sample.at("2026-01-01T00:00"),
            components: ["API", "Dashboard", "Webhooks", "Exports"].map {
                Component(id: $0.lowercased(), name: $0)
            },
            severities: Sample.empty.severities
        )
        if ![.noObjectives, .manyIncidents].contains(self) { page.target = Target(millionths: 999_000) }
        page.incidents = incidents
        if self == .firstDay { page.since = Sample.at("2026-11-02T00:00") }
        return page
    }
}

private extension GoldenReport {
    var incidents: [Record] {
        let early = [outage("Deliveries pile up", of: 2, "2026-08-04T10:00", "2026-08-04T10:20")]
        switch self {
        case .firstDay, .noIncident: return []
        case .noObjectives:
            // 60 + 15 min by the clock of 30 days: 4,500 of 2,592,000 s, 99.826… %.
            return [
                outage("Sign-in fails", of: 1, severity: 0, "2026-09-21T08:00", "2026-09-21T09:00"),
                outage("Requests time out", of: 0, "2026-09-03T14:00", "2026-09-03T14:15"),
            ] + early
        case .allMet, .inProgress:
            // 0.1 % of 31 days are 2,678.4 s; 40 min are 2,400.
            return [outage("Requests time out", of: 0, "2026-10-06T14:00", "2026-10-06T14:40")] + early
        case .oneMissed:
            return [
                outage("Deliveries fail", of: 2, severity: 0, "2026-10-19T07:00", "2026-10-19T08:30"),
                outage("Requests time out", of: 0, "2026-10-06T14:00", "2026-10-06T14:40"),
            ] + early
        case .mostMissed:
            return [
                outage("Deliveries fail", of: 2, severity: 0, "2026-10-19T07:00", "2026-10-19T14:00"),
                outage("The dashboard stays empty", of: 1, "2026-10-12T20:00", "2026-10-12T21:10"),
                outage("Requests time out", of: 0, "2026-10-06T14:00", "2026-10-06T15:00"),
            ] + early
        case .manyIncidents: return many
        }
    }

    /// 310 outages of the third quarter, on 92 days: the first at 00:00 on 1 July, each 7 h after the one before, and 5 min
    /// long or, one in ten of them, 40: 31 · 2,400 + 279 · 0.3 · 300 = 99,510 of 7,948,800 s, 1.2518… %.
    var many: [Record] {
        (0..<310).reversed().map { place in
            let from = Sample.at("2026-07-01T00:00") + place * 7 * 3_600
            var record = Sample.record(
                "outage-\(place)",
                "Outage \(place + 1)",
                [
                    Update(phase: .investigating, at: from, prose: Sample.prose("We look.")),
                    Update(
                        phase: .resolved, at: from + (place % 10 == 0 ? 2_400 : 300),
                        prose: Sample.prose("Done.")),
                ]
            )
            record.tags = []
            return record.incident(
                severity: place % 10 == 0 ? 0 : 1,
                components: [StatusChange(place % 4, place % 10 == 0 ? .majorOutage : .partialOutage)],
                startedAt: from
            )
        }
    }

    func outage(_ title: String, of component: Int, severity: Int = 1, _ from: String, _ to: String) -> Record
    {
        Sample.past(
            title.lowercased().replacing(" ", with: "-"),
            title,
            severity: severity,
            [StatusChange(component, .majorOutage)],
            from: from,
            to: to
        )
    }
}
