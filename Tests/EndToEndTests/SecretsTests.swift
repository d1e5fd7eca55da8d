import Foundation
import Publishing
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
        for output in loaded.outputs(for: .public, at: now) {
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
        let announcer = Announcer(templates: loaded.templates, envelope: Envelope(sentAt: now))
        let page = loaded.page.seen(by: .public, at: now)
        let records =
            loaded.page.incidents.map(\.record) + loaded.page.maintenance.map(\.record)
            + loaded.page.notices.map(\.record)
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

    private func plantedSecrets(below folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { count, name in
            try count + secrets(in: folder + "/" + name)
        }
    }

    private func secrets(in file: String) throws -> Int {
        try String(contentsOfFile: file, encoding: .utf8).ranges(of: "SECRET").count
    }
}
