import Diagnostics
import Foundation
import Publishing
import Reliability
import TestSupport
import Testing

@testable import Records
import StatusModel
import StatusSite
@testable import allclear

/// Nothing internal is in a public build: words planted wherever the format has a place for internals are
/// looked for in every file and every file's name.
@Suite struct SecretsTests {
    @Test(arguments: ["four-phases", "best-effort"])
    func publicBuildHoldsNoTraceOfInternals(site: String) throws {
        let folder = GoldenSiteTests.folder + "/" + site
        let now = try #require(
            Instant(writtenAs: String(contentsOfFile: folder + "/now", encoding: .utf8).trimmed)
        )
        let planted =
            try plantedSecrets(below: folder + "/incidents") + secrets(in: folder + "/status.yml")
        #expect(planted >= 5)
        let loaded = try #require(SiteReading(of: folder, at: now).site)
        for output in loaded.outputs(for: .public) {
            let text = output.path + output.text
            #expect(!text.uppercased().contains("SECRET"), "\(output.path)")
            #expect(
                !text.contains("accounting-is-late") && !text.contains("2026-01-01-hidden"),
                "\(output.path)"
            )
        }
    }

    @Test(arguments: ["four-phases", "best-effort"])
    func publicAnnouncementsHoldNoTraceOfInternals(site: String) throws {
        let folder = GoldenSiteTests.folder + "/" + site
        let now = try #require(
            Instant(writtenAs: String(contentsOfFile: folder + "/now", encoding: .utf8).trimmed)
        )
        let loaded = try #require(SiteReading(of: folder, at: now).site)
        let announcer = Announcer(templates: loaded.templates, envelope: Envelope())
        let page = loaded.page.seen(by: .public, at: now)
        let records =
            loaded.page.records
        var count = 0
        for record in records {
            for place in [nil] + record.updates.indices.map({ Optional($0) }) {
                let announcement = Announcement(of: record.slug, update: place, on: page, now: now)
                #expect(announcement == nil || record.visibility == .public)
                guard let announcement else { continue }
                for format in Announcer.Format.allCases {
                    let text = announcer.message(announcement, as: format)
                    #expect(!text.uppercased().contains("SECRET"), "\(record.slug) \(format)")
                    count += 1
                }
            }
        }
        #expect(count >= 10)
    }

    @Test func nothingOfTheSecretSiteIsInAPublicFile() throws {
        let (loaded, _) = try secretSite()
        for output in loaded.outputs(for: .public) {
            expectNoSecret(output.path, try output.bytes())
        }
        // What is planted is there to be found.
        let team = loaded.outputs(for: .internal).map(\.text).joined()
        #expect(team.ranges(of: "SECRET").count > 50)
    }

    @Test func nothingOfItIsInAMessage() throws {
        let (loaded, now) = try secretSite()
        let page = loaded.page.seen(by: .public, at: now)
        let announcer = Announcer(templates: loaded.templates, envelope: Envelope())
        var texts = 0
        for incident in page.incidents {
            let (slug, count) = (incident.slug, incident.updates.count)
            let places: [Int?] = [nil] + (0..<count).map(Optional.init)
            let messages = places.compactMap { Announcement(of: slug, update: $0, on: page, now: now) }
            #expect(messages.count == count + 1)
            for (place, message) in zip(places, messages) {
                for format in Announcer.Format.allCases {
                    let text = announcer.message(message, as: format)
                    expectNoSecret("\(slug) \(place ?? -1) \(format)", Array(text.utf8))
                    // An earlier message has nothing that was learned later.
                    #expect(place == nil || place == count - 1 || !text.contains("LATER"), "\(slug) \(text)")
                    texts += 1
                }
            }
            guard let postMortem = Announcement(postMortemOf: slug, on: page, now: now) else { continue }
            #expect(slug == "slow")
            for format in Announcer.Format.allCases {
                expectNoSecret("\(slug) \(format)", Array(announcer.message(postMortem, as: format).utf8))
            }
        }
        // Six incidents are public; one of them begins for the public with its second update.
        #expect(texts == (5 * 4 + 3) * Announcer.Format.allCases.count)
        let latest = try #require(Announcement(of: "slow", on: page, now: now))
        #expect(announcer.message(latest, as: .json).contains("LATER 500"))
    }

    @Test func nothingOfItIsInAReportAStateOrADifference() throws {
        let (loaded, now) = try secretSite()
        let page = loaded.page.seen(by: .public, at: now)
        let provenance = Provenance(generator: "allclear", revision: nil)
        for name in ["2026-01", "2026-Q1", "2026"] {
            let period = try #require(Period(named: name))
            let report = ReportFile(
                of: period,
                on: page,
                now: now,
                templates: loaded.templates,
                provenance: provenance
            )
            for format in ReportFile.Format.allCases {
                expectNoSecret("\(name) \(format)", report.render(as: format))
            }
        }
        let next = NextChange(of: loaded.page, seenAs: page, after: now)
        let state = CurrentState(of: page, now: now, nextChange: next)
        for format in [CurrentState.Format.text, .json] { expectNoSecret("status", state.render(as: format)) }
        var empty = loaded.page
        empty.records = []
        empty.title = "Other"
        empty.severities = []
        let before = empty.seen(by: .public, at: now)
        for (one, other) in [(before, page), (page, before)] {
            let difference = SiteDifference(
                from: one,
                to: other,
                base: .init(name: "main", commit: "abc"),
                now: now
            )
            for format in SiteDifference.Format.allCases {
                expectNoSecret("diff", difference.render(as: format))
            }
        }
    }

    @Test func effectOfARaisedIncidentCountsFromItsStart() throws {
        let (loaded, now) = try secretSite()
        let page = loaded.page.seen(by: .public, at: now)
        let incident = try #require(page.incidents.first { $0.slug == "raised" })
        let spans = try #require(IncidentFacts(of: incident, now: now)).timeline.spans
        // The oven from 10:00, by the front matter; the shop from 10:05, by an update that nobody may read.
        #expect(spans.map(\.component) == [0, 1])
        #expect(spans.map(\.range.from.description) == ["2026-01-10T10:00:00Z", "2026-01-10T10:05:00Z"])
        #expect(spans.map(\.range.seconds) == [1_800, 1_500])
        #expect(page.severities[try #require(incident.highestSeverity)].level == "SEV-1")
    }

    private func secretSite() throws -> (LoadedSite, Instant) {
        let site = try SecretSite()
        let now = try #require(Instant(writtenAs: SecretSite.now))
        let reading = try SiteReading(of: site.path, at: now)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(TerminalFormat(colors: false).text(for: errors))")
        return (try #require(reading.site), now)
    }

    private func expectNoSecret(_ name: String, _ bytes: [UInt8]) {
        let text = name + String(decoding: bytes, as: UTF8.self)
        for secret in ["SECRET", "99999", "2031-03-04", "09:37"] {
            guard let range = text.uppercased().firstRange(of: secret) else { continue }
            let excerpt = text.uppercased()[range.lowerBound...].prefix(80)
            Issue.record("\(name) has \(excerpt)")
        }
    }

    private func plantedSecrets(below folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { count, name in
            try count + secrets(in: folder + "/" + name)
        }
    }

    private func secrets(in file: String) throws -> Int {
        try String(contentsOfFile: file, encoding: .utf8).ranges(of: "SECRET").count
    }
}
