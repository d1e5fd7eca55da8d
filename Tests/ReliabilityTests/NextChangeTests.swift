import StatusModel
import TestSupport
import Testing

@testable import Reliability

/// When the clock alone changes a site; the golden sites hold it against whole builds.
@Suite struct NextChangeTests {
    private let now: Instant

    init() throws { now = try at("2026-01-02T12:00Z") }

    @Test func quietSiteChangesAtTheEndOfItsDay() throws {
        let quiet = page(component("api"))
        #expect(next(quiet).at == (try at("2026-01-03T00:00Z")))
        #expect(next(quiet).eventAt == nil)
        // In Kiritimati it is already the third.
        let ahead = page(component("api"), zone: Zone(name: "Pacific/Kiritimati", offset: 14 * 3_600))
        #expect(next(ahead).at == (try at("2026-01-03T10:00Z")))
    }

    @Test func dayOfTwentyFiveHoursEndsAnHourLater() throws {
        let change = Zone.Change(at: try at("2026-10-25T01:00Z"), offset: 3_600)
        let berlin = page(component("api"), zone: Zone(name: "Berlin", offset: 7_200, changes: [change]))
        let noon = try at("2026-10-25T12:00Z")
        #expect(NextChange(of: berlin, seenAs: berlin, after: noon).at == (try at("2026-10-25T23:00Z")))
    }

    @Test func promiseThatPassesIsNoEvent() throws {
        var update = says(.investigating, at: now - 600)
        update.nextUpdateAt = now + 900
        let promised = page(component("api")).with(incident(from: now - 1_200, update))
        #expect(next(promised).at == now + 900)
        #expect(next(promised).eventAt == nil)
        #expect(next(promised).dueAt == now + 900)
        // What came after a promise makes it void.
        let resolved = page(component("api")).with(incident(from: now - 1_200, update, resolved(now - 60)))
        #expect(next(resolved).at == (try at("2026-01-03T00:00Z")))
        #expect(next(resolved).dueAt == nil)
    }

    @Test func workUnderWayChangesAtItsPlannedEndThoughItGoesOn() throws {
        let work = maintenance(
            from: now - 3_600,
            until: now + 1_800,
            says(.inProgress, at: now - 3_600)
        )
        let working = page(component("api")).with(maintenance: [work])
        #expect(next(working).at == now + 1_800)
        #expect(next(working).eventAt == nil)
        #expect(next(working).dueAt == now + 1_800)
    }

    @Test func whatBeginsNowIsDrawnASecondLater() throws {
        let begun = page(component("api")).with(incident(from: now))
        #expect(next(begun).at == now + 1)
        let midnight = try at("2026-01-02T00:00Z")
        let quiet = page(component("api"))
        #expect(NextChange(of: quiet, seenAs: quiet, after: midnight).at == midnight + 1)
    }

    @Test func limitIsMissedASecondAfterIt() throws {
        var strict = page(component("api"))
        strict.severities[1].resolveWithin = 3_600
        strict.severities[1].escalations = [Severity.Escalation(.after(2_400), to: "CTO")]
        strict.incidents = [incident(from: now - 1_800)]
        #expect(next(strict).at == now + 600)
        let later = now + 600
        #expect(NextChange(of: strict, seenAs: strict, after: later).at == now + 1_801)
        // Readers do not see what the policy asks of the team.
        let seen = strict.seen(by: .public, at: later)
        #expect(NextChange(of: strict, seenAs: seen, after: later).at == (try at("2026-01-03T00:00Z")))
    }

    @Test func overduePostMortemIsSeenByAll() throws {
        var page = page(component("api"))
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true, within: 7_200)
        page.incidents = [incident(from: now - 7_200, resolved(now - 3_600))]
        let seen = page.seen(by: .public, at: now)
        #expect(NextChange(of: page, seenAs: seen, after: now).at == now + 3_601)
    }

    @Test func silenceTurnsWhenItIsTooLongAndWhenItIsTheLongest() throws {
        var page = page(component("api"))
        page.severities[1].updateEvery = 1_800
        // Once silent for 20 minutes, now for 5.
        let updates = [says(.investigating, at: now - 1_500), says(.identified, at: now - 300)]
        page.incidents = [incident("slow", [], from: now - 1_500, updates)]
        #expect(next(page).at == now + 901)
        #expect(NextChange(of: page, seenAs: page, after: now + 901).at == now + 1_501)
    }

    /// As the team sees it.
    private func next(_ page: StatusPage) -> NextChange {
        NextChange(of: page, seenAs: page.seen(by: .internal, at: now), after: now)
    }
}
