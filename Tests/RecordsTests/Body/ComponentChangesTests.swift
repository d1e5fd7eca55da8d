import Diagnostics
import StatusModel
import Testing

@testable import Records

/// `Components:` names components with statuses, and from when on.
@Suite struct ComponentChangesTests {
    let site: SampleSite
    let at: Instant

    init() throws {
        site = try SampleSite()
        at = try #require(Instant(writtenAs: "2026-01-02T17:30Z"))
    }

    private func read(_ value: String, named: [Int] = [1]) -> (changes: [StatusChange], told: [String]) {
        let file = SourceFile(path: "x", bytes: Array(value.utf8))
        let found = Findings()
        let changes = ComponentChanges(configuration: site.configuration, at: at, named: named)
            .read(value, place: file.location(of:), into: found)
        return (changes, found.all.map { "\($0.location.column)+\($0.location.length) \($0.id.rawValue)" })
    }

    @Test(arguments: [
        ("wbe=degraded", "write `Components: web degraded`"),
        ("web:major_outage", "write `Components: web major_outage`"),
        (
            "web",
            "write a name and a status, and separate several with commas: `Components: story-api operational, web degraded`"
        ),
    ])
    func hintNamesTheSitesOwnComponents(value: String, hint: String) {
        let found = Findings()
        let file = SourceFile(path: "x", bytes: Array(value.utf8))
        let changes = ComponentChanges(configuration: site.configuration, at: at, named: [])
        #expect(changes.read(value, place: file.location(of:), into: found).isEmpty)
        #expect(found.all.map(\.hint) == [hint])
    }

    @Test func openIncidentIsAskedForOneOfTheSitesComponents() {
        let site = site.checking(OpenIncidentHasComponents.self)
        let record = "---\ntitle: a\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\n---\n"
        #expect(
            site.read(record).diagnostics.map(\.hint) == [
                "list what is affected: `components: {story-api: partial_outage}`"
            ])
    }

    @Test func severalAreReadInOrder() {
        let (changes, told) = read("story-api operational, web degraded")
        #expect(changes == [StatusChange(0, .operational), StatusChange(1, .degradedPerformance)])
        #expect(told.isEmpty)
    }

    @Test func namesAndStatusesMayHaveSeveralWords() {
        #expect(read("Story API partial outage").changes == [StatusChange(0, .partialOutage)])
        #expect(read("STORIES   Major Outage").changes == [StatusChange(0, .majorOutage)])
    }

    @Test func allMeansTheComponentsNamedSoFar() {
        #expect(
            read("all operational", named: [1, 0]).changes == [
                StatusChange(1, .operational), StatusChange(0, .operational),
            ]
        )
        #expect(read("all operational", named: []).told == ["1+15 invalid-trailer"])
    }

    @Test func sinceIsTheLastSuchTimeBeforeTheUpdate() {
        #expect(
            read("web operational since 17:22").changes == [StatusChange(1, .operational, since: at - 480)]
        )
        #expect(read("web operational since 2026-01-02T17:22Z").changes.first?.since == at - 480)
        #expect(read("web operational since 17:31").told == ["1+27 time-needs-date"])
    }

    @Test(arguments: [
        ("web", ["1+3 invalid-trailer"]), ("", ["1+1 invalid-trailer"]),
        ("web operational,", ["1+16 invalid-trailer"]),
        ("wbe operational", ["1+15 unknown-component"]), ("web brokn", ["1+9 unknown-status"]),
        ("story-api up, wbe degraded", ["1+12 unknown-status", "15+12 unknown-component"]),
        ("web operational since noon", ["1+26 invalid-time"]),
        ("wbe operational since noon", ["1+26 invalid-time", "1+26 unknown-component"]),
    ])
    func everyMistakeIsToldAtItsItem(value: String, expected: [String]) {
        let told = read(value).told
        #expect(value.isEmpty ? told.count == 1 : told == expected)
    }
}
