import Diagnostics
import StatusModel
import Testing

@testable import Records
@testable import allclear

/// What was announced of a series' windows is held against its history once they have begun.
@Suite struct SeriesPastTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(Self.settings, to: "status.yml")
        try commit("repeat_until: 2026-02-01", at: "2026-01-02T12:00:00Z")
    }

    @Test func daysToComeAndTheEndMayChange() throws {
        try commit(
            "repeat_until: 2026-03-01, except: [2026-01-18], moved: {2026-01-25: 2026-01-26T02:00Z}",
            at: "2026-01-12T12:00:00Z")
        #expect(try told() == [])
        try write("repeat_until: 2026-01-25")
        #expect(try told() == [])
    }

    @Test func ruleStaysOnceAWindowHasBegun() throws {
        try write("repeat_until: 2026-02-01", rule: "daily")
        // The first window begins on 4 January, at 02:00.
        #expect(try told(at: "2026-01-04T01:59Z") == [])
        #expect(
            try told(at: "2026-01-04T02:01Z")
                == ["incidents/a.md:4:1 series-changed: the rule was changed after this series started"])
        try write("repeat_until: 2026-02-01", until: "05:00")
        #expect(try told().count == 1)
        // What was restored is as if nothing had been.
        try commit("repeat_until: 2026-02-01", rule: "daily", at: "2026-01-12T12:00:00Z")
        try write("repeat_until: 2026-02-01")
        #expect(try told() == [])
    }

    @Test func seriesThatHasBegunIsNotMadeASingleWindow() throws {
        try repository.write(Self.alone(), to: "incidents/a.md")
        #expect(try told(at: "2026-01-04T01:59Z") == [])
        let expected = "`repeat` was removed after this series started"
        #expect(try messages(at: "2026-01-04T02:01Z") == [expected])
        // Nor by a commit, whatever follows it.
        try repository.commit(at: "2026-01-12T12:00:00Z")
        #expect(try messages() == [expected])
        try repository.write(
            "---\ntitle: x\nnotice: {from: 2026-01-04T02:00Z}\n---\n\nSo.\n", to: "incidents/a.md")
        #expect(try messages() == [expected])
        try write("repeat_until: 2026-01-05")
        #expect(try told() == ["incidents/a.md:4:1 series-changed: the window of 2026-01-11 has started"])
        try write("repeat_until: 2026-01-12")
        #expect(try told() == [])
    }

    @Test func singleWindowThatHasBegunIsNotMadeASeries() throws {
        let repository = try Repository()
        try repository.write(Self.settings, to: "status.yml")
        try repository.write(Self.alone(), to: "incidents/a.md")
        try repository.commit(at: "2026-01-02T12:00:00Z")
        let series = Self.record("repeat_until: 2026-02-01", "weekly", "04:00")
        try repository.write(series, to: "incidents/a.md")
        #expect(try Self.told(in: repository, at: "2026-01-04T01:59Z") == [])
        #expect(
            try Self.told(in: repository, at: "2026-01-04T02:01Z")
                == ["incidents/a.md:4:1 series-changed: `repeat` was added after this maintenance started"])
        // What was called off has not begun.
        let cancelled = "\n[CANCELLED 2026-01-03 10:00 UTC] Not yet.\n"
        try repository.write(Self.alone() + cancelled, to: "incidents/a.md")
        try repository.commit(at: "2026-01-03T12:00:00Z")
        try repository.write(series + cancelled, to: "incidents/a.md")
        #expect(try Self.told(in: repository, at: "2026-01-14T00:00Z") == [])
    }

    @Test func windowThatHasBegunStays() throws {
        try write("repeat_until: 2026-02-01, except: [2026-01-11]")
        #expect(try told() == ["incidents/a.md:4:1 series-changed: the window of 2026-01-11 has started"])
        #expect(try told(at: "2026-01-11T01:00Z") == [])
        try write("repeat_until: 2026-02-01, moved: {2026-01-04: 2026-01-05T02:00Z}")
        #expect(try told().first?.contains("2026-01-04") == true)
    }

    @Test func whatWasWrittenAfterwardsIsNoChange() throws {
        let repository = try Repository()
        try repository.write(Self.settings, to: "status.yml")
        try repository.write(Self.record("repeat_until: 2026-02-01", "weekly", "04:00"), to: "incidents/a.md")
        try repository.commit(at: "2026-01-12T12:00:00Z")
        try repository.write(Self.record("repeat_until: 2026-02-01", "daily", "04:00"), to: "incidents/a.md")
        // The first window since is on the 18th.
        #expect(try Self.told(in: repository, at: "2026-01-14T00:00Z") == [])
    }

    private static let settings = """
        site: {title: x, url: "https://a.example", since: 2026-01-01}
        components: [{id: web}]
        severities: {SEV-1: {}}

        """

    private static func record(_ keys: String, _ rule: String, _ until: String) -> String {
        record("from: 2026-01-04T02:00Z, until: 2026-01-04T\(until)Z, repeat: \(rule), \(keys)")
    }

    /// The first window without a rule.
    private static func alone() -> String { record("from: 2026-01-04T02:00Z, until: 2026-01-04T04:00Z") }

    private static func record(_ maintenance: String) -> String {
        """
        ---
        title: x
        components: [web]
        maintenance: {\(maintenance)}
        ---

        [SCHEDULED 2026-01-02 10:00 UTC] Every Sunday.

        """
    }

    private func write(_ keys: String, rule: String = "weekly", until: String = "04:00") throws {
        try repository.write(Self.record(keys, rule, until), to: "incidents/a.md")
    }

    private func commit(_ keys: String, rule: String = "weekly", at date: String) throws {
        try write(keys, rule: rule)
        try repository.commit(at: date)
    }

    private func told(at now: String = "2026-01-14T00:00Z") throws -> [String] {
        try Self.told(in: repository, at: now)
    }

    private func messages(at now: String = "2026-01-14T00:00Z") throws -> [String] {
        try Self.errors(in: repository, at: now).map(\.message)
    }

    private static func errors(in repository: Repository, at now: String) throws -> [Diagnostic] {
        let instant = try #require(Instant(writtenAs: now))
        let log = VersionLog.reading(of: repository.path, until: instant)
        return try SiteReading(of: repository.path, at: instant, edits: .git(log)).diagnostics
            .filter { $0.severity == .error }
    }

    private static func told(in repository: Repository, at now: String) throws -> [String] {
        try errors(in: repository, at: now)
            .map { diagnostic in
                let place =
                    "\(diagnostic.location.path):\(diagnostic.location.line):\(diagnostic.location.column)"
                let words = diagnostic.message.split(separator: ", ")[0]
                return "\(place) \(diagnostic.id.rawValue): \(words)"
            }
    }
}
