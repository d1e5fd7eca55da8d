import Diagnostics
import Foundation
import StatusModel
import StatusSite
import Testing

@testable import Records
@testable import allclear

/// Announced maintenance that affects other components than before: readers hear of it.
@Suite struct ChangedMaintenanceTests {
    private let repository: Repository
    private static let announcement = "[SCHEDULED 2026-01-03 09:00 UTC] We move.\n"
    private static let once = "{from: 2026-01-09T05:00Z, until: 2026-01-09T06:00Z}"
    private static let weekly =
        "{from: 2026-01-04T02:00Z, until: 2026-01-04T04:00Z, repeat: weekly, repeat_until: 2026-02-01}"

    init() throws {
        repository = try Repository()
        try configure("{id: api, name: API}, {id: web, name: Website}")
        try write("[api]")
        try repository.commit(at: "2026-01-03T09:30:00Z")
    }

    @Test func componentThatWasAddedIsNews() throws {
        #expect(try texts(since: "HEAD") == [])
        try write("[api, web]")
        let message = try #require(try messages(since: "HEAD").only)
        #expect(message["text"] as? String == "Also affected: Website.")
        #expect(message["html"] as? String == "<p>Also affected: Website.</p>")
        #expect(message["phase"] as? String == "scheduled")
        #expect(message["said_at"] as? String == "2026-01-03T12:00:00Z")
        // The page has no such update.
        #expect(message["url"] as? String == "https://status.example.com/incidents/a.html")
        let markdown = try announce("--since", "HEAD").output
        #expect(markdown.contains("**Affected:** API (maintenance), Website (maintenance)"), "\(markdown)")
        #expect(try announce("--since", "HEAD", "--preview").output.contains("Also affected: Website."))
    }

    @Test func everyFormatSaysIt() throws {
        try write("[api, web]")
        for format in Announcer.Format.allCases {
            let result = try announce("--since", "HEAD", "--format", format.rawValue)
            #expect(result.status == 0 && result.output.contains("Website"), "\(format): \(result.output)")
        }
    }

    @Test func itIsSaidWhenItWasCommitted() throws {
        try write("[api, web]")
        try repository.commit(at: "2026-01-03T11:00:00Z")
        let mail = { try announce("--since", "HEAD~1", "--format", "email", at: $0).output }
        let first = try mail("2026-01-03T12:00Z")
        #expect(first.contains("Date: Sat, 03 Jan 2026 11:00:00 +0000"), "\(first)")
        #expect(try mail("2026-01-03T13:00Z") == first)
        // Within a day, as all news.
        #expect(try mail("2026-01-04T11:00Z") == first)
        #expect(try mail("2026-01-04T11:01Z") == "")
    }

    @Test func componentThatWasRemovedIsNews() throws {
        try write("[web]")
        let message = try #require(try messages(since: "HEAD").only)
        #expect(message["text"] as? String == "Also affected: Website. No longer affected: API.")
        let statuses = (message["components"] as? [[String: Any]] ?? []).map {
            "\($0["id"] ?? "") \($0["status"] ?? "")"
        }
        #expect(statuses == ["web under_maintenance"])
        try write("{api: operational, web: operational}")
        #expect(try texts(since: "HEAD") == ["No longer affected: API."])
    }

    @Test func updateThatIsWrittenSaysIt() throws {
        try write("[api, web]", Self.announcement + "\n[UPDATE 2026-01-03 11:30 UTC] The website, too.\n")
        #expect(try texts(since: "HEAD") == ["The website, too."])
        try write(
            "[api]",
            Self.announcement
                + "\n[UPDATE 2026-01-03 11:30 UTC] The website, too.\nComponents: web under_maintenance\n")
        let message = try #require(try messages(since: "HEAD").only)
        #expect(
            (message["components"] as? [[String: Any]] ?? []).map { $0["id"] as? String } == ["api", "web"])
        try repository.commit(at: "2026-01-03T11:40:00Z")
        // What the updates have said already may be in the front matter, too.
        try write(
            "[api, web]",
            Self.announcement
                + "\n[UPDATE 2026-01-03 11:30 UTC] The website, too.\nComponents: web under_maintenance\n")
        #expect(try texts(since: "HEAD") == [])
        #expect(try warnings() == [])
    }

    @Test func whatIsUnannouncedOrOverMayChange() throws {
        try write("[api, web]")
        #expect(try texts(since: "HEAD", at: "2026-01-09T07:00Z") == [])
        #expect(try warnings(at: "2026-01-09T07:00Z") == [])
        try write("[api]", "")
        try repository.commit(at: "2026-01-03T11:00:00Z")
        try write("[api, web]", "")
        #expect(try texts(since: "HEAD") == [])
        #expect(try warnings() == [])
    }

    @Test func componentsAreKnownByTheirIdsWhereverTheyAre() throws {
        try configure("{id: shop}, {id: rest, name: API, renamed_from: [api]}, {id: web, name: Website}")
        try write("[rest]")
        #expect(try texts(since: "HEAD") == [])
        try write("[rest, web]")
        #expect(try texts(since: "HEAD") == ["Also affected: Website."])
    }

    @Test func eachChannelHearsItOnce() throws {
        let tell = { try announce("--told", "slack", "--format", "json", at: $0).output }
        #expect(try tell("2026-01-03T10:00Z") == "")
        try write("[api, web]")
        try repository.commit(at: "2026-01-03T11:00:00Z")
        #expect(try tell("2026-01-03T11:01Z").contains("Also affected: Website."))
        #expect(try tell("2026-01-03T11:02Z") == "")
    }

    @Test func maintenanceThatRunsByTheClockGoesOn() throws {
        try write("[api, web]")
        let message = try #require(try messages(since: "HEAD", at: "2026-01-09T05:30Z").only)
        #expect(message["text"] as? String == "Also affected: Website.")
        #expect(message["ends_at"] as? String == "2026-01-09T06:00:00Z")
    }

    @Test func seriesSaysItOnceOfItsNextWindow() throws {
        try write("[api]", when: Self.weekly)
        try repository.commit(at: "2026-01-03T09:40:00Z")
        try write("[api, web]", when: Self.weekly)
        let message = try #require(try messages(since: "HEAD", at: "2026-01-12T12:00Z").only)
        #expect(message["text"] as? String == "Also affected: Website.")
        #expect(message["started_at"] as? String == "2026-01-18T02:00:00Z")
        #expect(try warnings().count == 1)
    }

    @Test func checkAsksForAnUpdate() throws {
        #expect(try warnings() == [])
        try write("[web]")
        let warning =
            "incidents/a.md:3:1 this announced maintenance now also affects `web` and no longer affects `api`, "
            + "but no update says so"
        #expect(try warnings() == [warning])
        try repository.commit(at: "2026-01-03T11:00:00Z")
        #expect(try warnings() == [warning])
        try write("[api]", Self.announcement.replacing("We move.", with: "We move house."))
        #expect(try warnings() == [])
        try write(
            "[api]",
            Self.announcement
                + "\n[UPDATE 2026-01-03 11:30 UTC] So.\nComponents: web under_maintenance, api operational\n")
        #expect(try warnings() == [])
    }

    @Test func diffSaysItHoweverItIsWritten() throws {
        let diff = {
            try Program.run("diff", "HEAD", "--site", repository.path, "--now", "2026-01-03T12:00Z").output
        }
        let expected = "components: api maintenance → api maintenance, web maintenance"
        try write("[api, web]")
        #expect(try diff().contains(expected))
        try write(
            "[api]",
            Self.announcement + "\n[UPDATE 2026-01-03 11:30 UTC] Both.\nComponents: web under_maintenance\n")
        #expect(try diff().contains(expected))
    }

    @Test func pagesAndCalendarSayWhatUpdatesChanged() throws {
        try write(
            "[api]",
            Self.announcement
                + "\n[UPDATE 2026-01-03 11:30 UTC] The website instead.\nComponents: web under_maintenance, api operational\n"
        )
        let build = try Program.run("build", "--site", repository.path, "--now", "2026-01-03T12:00Z")
        #expect(build.status == 0, "\(build.error)")
        let calendar = try String(contentsOfFile: "\(repository.path)/public/calendar.ics", encoding: .utf8)
        #expect(calendar.contains("SEQUENCE:2\r\n"))
        #expect(calendar.contains("DESCRIPTION:Website: Maintenance\\n"), "\(calendar)")
        let page = try String(contentsOfFile: "\(repository.path)/public/incidents/a.html", encoding: .utf8)
        #expect(page.contains(/components\/web\.html/))
    }
}

private extension ChangedMaintenanceTests {
    func configure(_ components: String) throws {
        try repository.write(
            """
            site: {title: Example Status, url: "https://status.example.com", since: 2026-01-01}
            components: [\(components)]
            severities: {SEV-1: {}}

            """, to: "status.yml")
    }

    func write(_ components: String, _ updates: String = announcement, when: String = once) throws {
        try repository.write(
            """
            ---
            title: We move
            components: \(components)
            maintenance: \(when)
            ---

            \(updates)
            """, to: "incidents/a.md")
    }

    func announce(_ arguments: String..., at now: String = "2026-01-03T12:00Z") throws -> Program.Result {
        try Program.run(["announce", "--site", repository.path, "--now", now] + arguments)
    }

    func messages(since revision: String, at now: String = "2026-01-03T12:00Z") throws -> [[String: Any]] {
        let result = try announce("--since", revision, "--format", "json", at: now)
        #expect(result.status == 0, "\(result.error)")
        return try result.output.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
    }

    func texts(since revision: String, at now: String = "2026-01-03T12:00Z") throws -> [String] {
        try messages(since: revision, at: now).map { $0["text"] as? String ?? "" }
    }

    func warnings(at now: String = "2026-01-03T12:00Z") throws -> [String] {
        let now = try #require(Instant(writtenAs: now))
        let versions = VersionLog.reading(of: repository.path, until: now)
        return try SiteReading(of: repository.path, at: now, edits: .git(versions)).diagnostics
            .filter { $0.id == MaintenanceAffectsWhatWasAnnounced.id }
            .map { "\($0.location.path):\($0.location.line):\($0.location.column) \($0.message)" }
    }
}

extension Array {
    /// Its only element.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
