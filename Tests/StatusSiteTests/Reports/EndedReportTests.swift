import Diagnostics
import Foundation
import Reliability
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// A report of a period that is over is the same bytes whenever it is made.
@Suite struct EndedReportTests {
    /// An outage that October leaves open, a promise that is not kept, a post-mortem that falls due in November and is not
    /// written, and an action item that is due then: all that a clock could turn.
    private var page: StatusPage {
        var page = Sample.full
        page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 20 * 86_400)
        page.severities[0].acknowledgeWithin = 900
        page.severities[0].updateEvery = 3_600
        page.severities[0].escalations = [Severity.Escalation(.after(50 * 86_400), to: "board")]
        var lasting = Sample.incident(
            "cold", "Ovens stay cold", severity: 0, [StatusChange(0, .majorOutage)], from: "2026-10-31T20:00",
            [Sample.update(.investigating, "2026-10-31T20:05", "We look.")])
        lasting.updates[0].nextUpdateAt = Sample.at("2026-11-25T12:00")
        var over = Sample.past(
            "smoke", "Ovens smoke", severity: 0, [StatusChange(0, .majorOutage)], from: "2026-10-30T10:00",
            to: "2026-11-05T11:00")
        over.postMortem = Sample.postMortem(dueOn: Day(year: 2026, month: 12, day: 1))
        page.incidents.insert(contentsOf: [lasting, over], at: 2)
        return page
    }

    private func files(at now: String, for audience: Audience) throws -> [SiteFile] {
        let templates = try #require(SiteTemplates(overriding: [:], into: Findings()))
        return SitePlan(of: page, for: audience, at: Sample.at(now), templates: templates)
            .files(provenance: provenance)
    }

    private var provenance: Provenance { Provenance(generator: "allclear 1.0.0", revision: nil) }

    @Test(arguments: [Audience.public, .internal])
    func pagesAndFiguresStay(for audience: Audience) throws {
        let isEnded = { (file: SiteFile) in [.report, .reportFigures].contains(file.kind) }
        let first = try files(at: "2026-11-06T00:00", for: audience).filter(isEnded)
        let last = try files(at: "2027-06-01T09:30", for: audience)
        let later = Dictionary(last.map { ($0.path, $0) }) { one, _ in one }
        // August to October, and the third quarter, as pages and as figures.
        #expect(first.count == 8)
        for file in first { #expect(file.render() == later[file.path]?.render(), "\(file.path)") }
    }

    @Test(arguments: ReportFile.Format.allCases, [Audience.public, .internal])
    func reportsOnTheirOwnStay(as format: ReportFile.Format, for audience: Audience) throws {
        let made = try ["2026-11-06T00:00", "2027-06-01T09:30"].map { now in
            let now = Sample.at(now)
            return ReportFile(
                of: .month(year: 2026, month: 10),
                on: page.seen(by: audience, at: now),
                now: now,
                templates: try #require(SiteTemplates(into: Findings())),
                provenance: provenance
            )
            .render(as: format)
        }
        #expect(made[0] == made[1])
    }

    @Test func whatStillLastsCountsUpToTheEndAndSaysSo() throws {
        let now = Sample.at("2027-06-01T09:30")
        let report = ReportFile(
            of: .month(year: 2026, month: 10),
            on: page.seen(by: .public, at: now),
            now: now,
            templates: try #require(SiteTemplates(into: Findings())),
            provenance: provenance
        )
        let text = String(decoding: report.render(as: .markdown), as: UTF8.self)
        // From 20:00 to midnight; the other lasted into November, as is known by now.
        #expect(text.contains("31 Oct · Ovens · still open | Critical | 4 h |".unbroken(["31 Oct", "4 h"])))
        #expect(text.contains("30 Oct · Ovens | Critical | 6 d 1 h |".unbroken(["30 Oct", "6 d 1 h"])))
        #expect(text.contains("2 were still open when the period ended"))
        // Of the post-mortem that fell due in November nothing is said that was not true at October's end and is now.
        #expect(text.contains("1 of 2 required post-mortems has been published; 1 has not been published"))
        #expect(!text.contains("overdue"))
    }
}
