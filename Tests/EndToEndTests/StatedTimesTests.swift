import Diagnostics
import StatusModel
import Testing

@testable import Records
@testable import allclear

/// What an update says of its time is held against the commit that brought it.
@Suite struct StatedTimesTests {
    private let repository: Repository
    /// The site's folder in the repository, with a slash behind it; empty where it is the repository itself.
    private var site = ""

    init() throws {
        repository = try Repository()
        try write(status, to: "status.yml")
    }

    private let status =
        "site: {title: x, url: \"https://a.example\", since: 2026-01-01}\ncomponents: [{id: web}]\nseverities: {SEV-1: {}}\n"

    private static let head = """
        ---
        title: x
        severity: SEV-1
        components: {web: degraded}
        started: 2026-01-02T16:00Z
        ---


        """
    private static let first = "[INVESTIGATING 16:05 UTC] One.\n"
    private static let second = "\n[IDENTIFIED] Two.\nUpdated: 16:20 UTC\n"

    private func write(_ text: String, to path: String) throws {
        try repository.write(text, to: site + path)
    }

    private func commit(_ body: String, to path: String = "incidents/a.md", at date: String) throws {
        try write(Self.head + body, to: path)
        try repository.commit(at: date)
    }

    private func told(at now: String = "2026-01-02T20:00Z") throws -> [Diagnostic] {
        let folder = repository.path + "/" + site
        let now = try #require(Instant(writtenAs: now))
        return try SiteReading(of: folder, at: now, history: try RecordHistory(of: folder, until: now))
            .diagnostics
    }

    private func toldPlaces(at now: String = "2026-01-02T20:00Z") throws -> [String] {
        try told(at: now).map {
            "\($0.location.path):\($0.location.line):\($0.location.column) \($0.id.rawValue)"
        }
    }

    @Test func timeIsToldThatIsMoreThanAQuarterOfAnHourFromItsCommit() throws {
        try commit(Self.first, at: "2026-01-02T16:20:00Z")
        try commit(Self.first + Self.second, at: "2026-01-02T16:36:00Z")
        let found = try told()
        #expect(try toldPlaces() == ["incidents/a.md:10:1 time-far-from-commit"])
        #expect(
            found.first?.message
                == "this update says 2026-01-02 16:20 UTC but was committed at 2026-01-02 16:36 UTC"
        )
    }

    @Test func commitBeforeTheStatedTimeIsFarToo() throws {
        try commit(Self.first, at: "2026-01-02T15:49:59Z")
        try commit(Self.first + Self.second, at: "2026-01-02T16:05:00Z")
        #expect(try toldPlaces() == ["incidents/a.md:8:1 time-far-from-commit"])
    }

    @Test func firstUpdateOfAnOpenIncidentIsCompared() throws {
        try commit(Self.first, at: "2026-01-02T17:05:00Z")
        #expect(try toldPlaces() == ["incidents/a.md:8:1 time-far-from-commit"])
    }

    @Test func commitsAreForgottenAfterThirtyDays() throws {
        try commit(Self.first, at: "2026-01-02T17:05:00Z")
        #expect(try toldPlaces(at: "2026-02-01T17:05Z").contains { $0.hasSuffix("time-far-from-commit") })
        #expect(try !toldPlaces(at: "2026-02-01T17:06Z").contains { $0.hasSuffix("time-far-from-commit") })
    }

    @Test func commandTellsItAndABuildDoesNot() throws {
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try commit(Self.first + Self.second, at: "2026-01-02T18:00:00Z")
        let options = ["--site", repository.path, "--now", "2026-01-02T20:00Z"]
        #expect(try Program.run(["check"] + options).output.contains("[time-far-from-commit]"))
        let output = repository.path + "/public"
        #expect(try !Program.run(["build", "--output", output] + options).error.contains("time-far"))
    }

    @Test func recordWrittenAfterwardsIsNotCompared() throws {
        let whole = Self.first + Self.second + "\n[RESOLVED 16:30 UTC] Three.\n"
        try commit(whole, at: "2026-01-02T18:00:00Z")
        try commit(whole + "Fix: x\n", at: "2026-01-02T19:00:00Z")
        #expect(try toldPlaces().isEmpty)
    }

    @Test func mendedTextAndCorrectedTimeKeepTheirCommit() throws {
        let late = Self.second.replacing("16:20", with: "17:20")
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try commit(Self.first + late, at: "2026-01-02T16:20:00Z")
        #expect(try toldPlaces().count == 1)
        try commit(Self.first.replacing("One", with: "Eins") + Self.second, at: "2026-01-02T19:00:00Z")
        #expect(try toldPlaces().isEmpty)
        try commit("[INVESTIGATING 16:06 UTC] One.\n" + Self.second, at: "2026-01-02T19:30:00Z")
        #expect(try toldPlaces().isEmpty)
    }

    @Test func renamedRecordKeepsItsHistory() throws {
        try commit(Self.first, at: "2026-01-02T15:45:00Z")
        try repository.git("mv", "incidents/a.md", "incidents/b c é.md")
        try repository.commit(at: "2026-01-02T16:30:00Z")
        try commit(Self.first + Self.second, to: "incidents/b c é.md", at: "2026-01-02T17:30:00Z")
        let places = ["incidents/b c é.md:8:1", "incidents/b c é.md:10:1"]
        #expect(try toldPlaces() == places.map { $0 + " time-far-from-commit" })
    }

    @Test func siteMayBeAFolderOfTheRepository() throws {
        var tests = self
        tests.site = "our status/"
        try tests.write(status, to: "status.yml")
        try tests.commit(Self.first, at: "2026-01-02T16:05:00Z")
        try tests.commit(Self.first + Self.second, at: "2026-01-02T18:00:00Z")
        #expect(try tests.toldPlaces() == ["incidents/a.md:10:1 time-far-from-commit"])
    }

    @Test func whatIsNotCommittedOrLiesAheadIsNotCompared() throws {
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try write(Self.head + Self.first + Self.second, to: "incidents/a.md")
        #expect(try toldPlaces().isEmpty)
        try repository.commit(at: "2026-01-02T18:00:00Z")
        #expect(try toldPlaces(at: "2026-01-02T17:59Z").isEmpty)
        #expect(try toldPlaces(at: "2026-01-02T18:00Z").count == 1)
    }

    @Test func draftIsNotCompared() throws {
        let draft = Self.head.replacing("title: x", with: "title: x\ndraft: true")
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try write(draft + Self.first + Self.second, to: "incidents/a.md")
        try repository.commit(at: "2026-01-02T18:00:00Z")
        #expect(try toldPlaces().isEmpty)
    }

    @Test func shallowCloneAndNoRepositoryAreLetPass() throws {
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try commit(Self.first + Self.second, at: "2026-01-02T18:00:00Z")
        try repository.git("clone", "--quiet", "--depth=1", "file://\(repository.path)", "shallow")
        let now = Instant(seconds: 1_800_000_000)
        #expect(try RecordHistory(of: repository.path + "/shallow", until: now) == nil)
        #expect(try RecordHistory(of: try Scratch().path, until: now) == nil)
    }

    @Test func addedLinesThatLookLikeAPatchAreText() throws {
        let text = "\n```\n++ b/incidents/other.md\n@@ -1 +1 @@\ndiff --git a/x b/x\n```\n"
        try commit(Self.first, at: "2026-01-02T16:05:00Z")
        try commit(Self.first + text + Self.second, at: "2026-01-02T18:00:00Z")
        #expect(try toldPlaces() == ["incidents/a.md:16:1 time-far-from-commit"])
    }
}
