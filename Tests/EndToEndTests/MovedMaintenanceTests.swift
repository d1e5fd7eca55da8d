import Diagnostics
import StatusModel
import Testing

@testable import Records
@testable import allclear

/// Announced maintenance moves by an update.
@Suite struct MovedMaintenanceTests {
    private let repository: Repository
    private static let announcement = "[SCHEDULED 2026-01-02 10:00 UTC] We move.\n"

    init() throws {
        repository = try Repository()
        try repository.write(
            """
            site: {title: x, url: "https://a.example", since: 2026-01-01}
            components: [{id: web}]
            severities: {SEV-1: {}}

            """, to: "status.yml")
        try write("02:00", "04:00", Self.announcement)
        try repository.commit(at: "2026-01-02T12:00:00Z")
    }

    @Test func otherTimeWithoutAnUpdateIsAnError() throws {
        #expect(try told() == [])
        try write("03:00", "04:00", Self.announcement)
        let moved = [
            "this was announced for 2026-01-04 02:00 UTC to 2026-01-04 04:00 UTC, but no update says that it "
                + "has moved"
        ]
        #expect(try told() == moved)
        // Committed, it is none the better.
        try repository.commit(at: "2026-01-02T13:00:00Z")
        #expect(try told() == moved)
        try write("02:00", "05:00", Self.announcement.replacing("We move.", with: "We move house."))
        #expect(try told() == moved)
    }

    @Test func updateMayMoveIt() throws {
        let moving = "\n[UPDATE 2026-01-02 13:00 UTC] Later.\nFrom: 2026-01-04 03:00 UTC\n"
        try write("02:00", "04:00", Self.announcement + moving)
        #expect(try told() == [])
        // What is announced anew may stand in the front matter, too.
        try write("03:00", "04:00", Self.announcement + "\n[UPDATE 2026-01-02 13:00 UTC] Later.\n")
        #expect(try told() == [])
    }

    @Test func whatIsOverOrUnannouncedMayChange() throws {
        try write("03:00", "04:00", Self.announcement)
        #expect(try told(at: "2026-01-04T05:00Z") == [])
        try write("02:00", "04:00", "")
        try repository.commit(at: "2026-01-02T13:00:00Z")
        try write("03:00", "04:00", "")
        #expect(try told() == [])
    }

    private func write(_ from: String, _ until: String, _ updates: String) throws {
        try repository.write(
            """
            ---
            title: x
            components: [web]
            maintenance: {from: 2026-01-04T\(from)Z, until: 2026-01-04T\(until)Z}
            ---

            \(updates)
            """, to: "incidents/a.md")
    }

    private func told(at now: String = "2026-01-03T12:00Z") throws -> [String] {
        let now = try #require(Instant(writtenAs: now))
        let versions = VersionLog.reading(of: repository.path, until: now)
        return try SiteReading(of: repository.path, at: now, edits: .git(versions)).diagnostics
            .filter { $0.id == MaintenanceMovesByUpdate.id }
            .map { diagnostic in
                #expect(diagnostic.location.line == 4 && diagnostic.severity == .error)
                return diagnostic.message
            }
    }
}
