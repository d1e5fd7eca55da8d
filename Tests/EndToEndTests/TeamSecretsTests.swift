import Foundation
import Publishing
import Reliability
import StatusModel
import StatusSite
import TestSupport
import Testing

@testable import Records
@testable import allclear

/// What a golden site lists in `secrets` is in the team's build, and in no byte that the public is given.
@Suite struct TeamSecretsTests {
    static let sites = GoldenSiteTests.sites.filter { name in
        FileManager.default.fileExists(atPath: GoldenSiteTests.folder + "/\(name)/secrets")
    }

    @Test(arguments: sites)
    func teamReadsAllOfThem(name: String) throws {
        let site = try SiteWithSecrets(called: name)
        #expect(site.secrets.count >= 5)
        let team = site.loaded.outputs(for: .internal).map(\.text).joined()
        for secret in site.secrets { #expect(team.contains(secret), "\(secret)") }
    }

    @Test(arguments: sites)
    func noPublicFileHoldsOne(name: String) throws {
        let site = try SiteWithSecrets(called: name)
        for output in site.loaded.outputs(for: .public) {
            site.expectNone(in: try output.bytes() + Array(output.path.utf8), output.path)
        }
    }

    @Test(arguments: sites)
    func noMessageOfAnyUpdateHoldsOne(name: String) throws {
        let site = try SiteWithSecrets(called: name)
        let (page, now) = (site.page, site.now)
        let announcer = Announcer(templates: site.loaded.templates, envelope: Envelope())
        for record in page.records {
            let places = [nil] + record.updates.indices.map(Optional.init)
            let messages =
                places.map { Announcement(of: record.slug, update: $0, on: page, now: now) }
                + [Announcement(postMortemOf: record.slug, on: page, now: now)]
            for message in messages.compactMap(\.self) {
                for format in Announcer.Format.allCases {
                    let text = announcer.message(message, as: format)
                    site.expectNone(in: Array(text.utf8), "\(record.slug) as \(format)")
                }
            }
        }
    }

    @Test(arguments: sites)
    func noReportAndNoStateHoldsOne(name: String) throws {
        let site = try SiteWithSecrets(called: name)
        let (page, now) = (site.page, site.now)
        let day = page.zone.day(of: now).description
        for name in [String(day.prefix(7)), String(day.prefix(4))] {
            let report = ReportFile(
                of: try #require(Period(named: name)), on: page, now: now, templates: site.loaded.templates,
                provenance: Provenance(generator: "allclear", revision: nil))
            for format in ReportFile.Format.allCases {
                site.expectNone(in: report.render(as: format), "\(name) as \(format)")
            }
        }
        let next = NextChange(of: site.loaded.page, seenAs: page, after: now)
        let state = CurrentState(of: page, now: now, nextChange: next)
        for format in [CurrentState.Format.text, .json] {
            site.expectNone(in: state.render(as: format), "state as \(format)")
        }
    }
}

/// A golden site, and what the public must not find in it.
private struct SiteWithSecrets {
    let loaded: LoadedSite
    let now: Instant
    let secrets: [String]
    /// What the public sees.
    let page: StatusPage

    init(called name: String) throws {
        let folder = GoldenSiteTests.folder + "/" + name
        func text(_ name: String) throws -> String {
            try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        now = try #require(Instant(writtenAs: try text("now").trimmed))
        secrets = try text("secrets").split(separator: "\n").map(String.init)
        loaded = try #require(SiteReading(of: folder, at: now).site)
        page = loaded.page.seen(by: .public, at: now)
    }

    /// Mail breaks its lines anywhere, behind a `=`.
    func expectNone(in bytes: [UInt8], _ place: String) {
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("=\r\n", with: "").replacing("=\n", with: "")
        for secret in secrets { #expect(!text.contains(secret), "\(place) has \(secret)") }
    }
}
