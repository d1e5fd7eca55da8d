import StatusModel
import Testing

/// What held on which day: SEV-1 had to be resolved within 4 h since the second change, 8 h before it, and within 24 h before
/// the first.
@Suite struct RulesInForceTests {
    private let first = Instant(seconds: 1_735_689_600)  // 2025-01-01T00:00:00Z
    private let second = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
    private let page: StatusPage

    init() {
        var page = StatusPage(title: "", url: "", target: Target(millionths: 999_000))
        page.groups = [ComponentGroup(id: "core", name: "Core")]
        page.components = [Component(id: "api", name: "API", group: 0), Component(id: "cdn", name: "CDN")]
        page.components[1].countsTowardsUptime = false
        page.severities = [Self.severity(4)]
        page.formerRules.changes = [second, first]
        page.formerRules.severities[0] = Former()
        page.formerRules.severities[0]?.add(Self.severity(8), until: second)
        page.formerRules.severities[0]?.add(Self.severity(24), until: first)
        page.formerRules.groupTargets[0] = Former()
        page.formerRules.groupTargets[0]?.add(Target(millionths: 990_000), until: first)
        page.formerRules.counts[1] = Former()
        page.formerRules.counts[1]?.add(true, until: second)
        self.page = page
    }

    @Test func ruleHoldsUpToTheInstantOfItsChange() {
        let hours = { (instant: Instant) in
            page.rules.severity(0, at: instant).resolveWithin.map { $0 / 3_600 }
        }
        #expect(hours(.distantPast) == 24)
        #expect(hours(first - 1) == 24)
        #expect(hours(first) == 8)
        #expect(hours(second - 1) == 8)
        #expect(hours(second) == 4)
        #expect(hours(.distantFuture) == 4)
    }

    /// The site's objective binds what counts, and a group's its components, as they were on that day.
    @Test func objectiveIsThatOfTheDay() {
        #expect(page.rules.target(of: 0, at: first - 1)?.millionths == 990_000)
        #expect(page.rules.target(of: 0, at: first)?.millionths == 999_000)
        #expect(page.rules.target(of: 1, at: second - 1)?.millionths == 999_000)
        #expect(page.rules.target(of: 1, at: second) == nil)
        #expect(page.rules.targets(of: 1).map(\.value?.millionths) == [999_000, nil])
    }

    @Test func setsAreListedWithTheDayFromWhichEachHolds() {
        let days = [nil, Day(year: 2025, month: 1, day: 1), Day(year: 2026, month: 1, day: 1)]
        #expect(page.rules.sets.map(\.from) == days)
        #expect(page.rules.policies(of: 0).map(\.value.resolveWithin) == [86_400, 28_800, 14_400])
        #expect(page.rules.weightsByDay.map(\.from) == [nil])
        let year = TimeRange(from: first, to: second + 1)
        #expect(page.rules.changes(within: year) == days.suffix(1).compactMap { $0 })
    }

    /// Who reads the public page learns no limit, of whatever day.
    @Test func publicPageHoldsNoFormerLimits() {
        let seen = page.seen(by: .public, at: second)
        #expect(seen.rules.severity(0, at: first).resolveWithin == nil)
        #expect(seen.rules.severity(0, at: second).resolveWithin == nil)
    }

    private static func severity(_ hours: Int) -> Severity {
        var severity = Severity(level: "SEV-1")
        severity.resolveWithin = hours * 3_600
        return severity
    }
}
