import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What the policy wants done by a time: told while the incident is open and it can still be done. 2026-01-02 is a
/// Friday.
@Suite struct LimitTests {
    private static let status = """
        site:
          title: Example Status
          url: https://status.example.com
          business_hours: {days: mon-fri, from: "09:00", until: "17:00"}
        components: [{id: web, name: Website}]
        severities:
          SEV-1:
            acknowledge_within: 5m
            identify_within: 30m
            watch_for: 30m
            escalate: [{after: 0m, to: On call}, {after: 30m, to: Lead}, {after: 1h, to: CTO}]
          SEV-2: {hours: business, identify_within: 2h}
        """
    private let site: SampleSite

    init() throws {
        site = try SampleSite(status: Self.status).checking(
            LimitsAreKept.self, EscalationsAreMade.self, ResolutionIsWatched.self)
    }

    private func told(
        _ body: String, severity: String = "SEV-1", keys: String = "", at now: String
    ) throws -> [String] {
        var site = site
        site.now = try #require(Instant(writtenAs: now))
        let front = "title: x\nseverity: \(severity)\ncomponents: {web: major}\nstarted: 2026-01-02T16:00Z"
        return site.read("---\n\(front)\n\(keys)---\n\(body)\n").diagnostics.inOrder.map(\.summary)
    }

    @Test func nobodyHasTakenItOn() throws {
        #expect(try told("", at: "2026-01-02T16:05Z") == ["5:1 warning missed-escalation"])
        let late = ["5:1 warning late-acknowledgement", "5:1 warning missed-escalation"]
        #expect(try told("", at: "2026-01-02T16:06Z").sorted() == late)
        // Whoever writes has taken it on, and so has whoever says so; late counts as done.
        #expect(try told("[INVESTIGATING 16:20] a", at: "2026-01-02T16:29Z").isEmpty)
        #expect(try told("", keys: "acknowledged: 2026-01-02T16:20Z\n", at: "2026-01-02T16:29Z").isEmpty)
    }

    @Test func causeIsNotFound() throws {
        let body = "[INVESTIGATING 16:02] a\nEscalated: Lead"
        #expect(try told(body, at: "2026-01-02T16:30Z").isEmpty)
        #expect(try told(body, at: "2026-01-02T16:31Z") == ["7:1 warning late-cause"])
        for phase in ["IDENTIFIED", "MITIGATING", "MONITORING"] {
            #expect(try told(body + "\n\n[\(phase) 16:50] b", at: "2026-01-02T16:55Z").isEmpty)
        }
        // An hour of Friday's is left, and the other ends on Monday at 10:00.
        #expect(try told(body, severity: "SEV-2", at: "2026-01-05T10:00Z").isEmpty)
        #expect(try told(body, severity: "SEV-2", at: "2026-01-05T10:01Z") == ["7:1 warning late-cause"])
    }

    @Test func stepsOfTheLadderAreNotMade() throws {
        let body = "[INVESTIGATING 16:02] a\n\n[IDENTIFIED 16:10] b"
        #expect(try told(body, at: "2026-01-02T16:29Z").isEmpty)
        #expect(try told(body, at: "2026-01-02T16:30Z") == ["9:1 warning missed-escalation"])
        let both = Array(repeating: "9:1 warning missed-escalation", count: 2)
        #expect(try told(body, at: "2026-01-02T17:00Z") == both)
        // Whoever was to be called in first stands first, and not who comes first in the alphabet.
        var late = site
        late.now = try #require(Instant(writtenAs: "2026-01-02T17:00Z"))
        let front = "title: x\nseverity: SEV-1\ncomponents: {web: major}\nstarted: 2026-01-02T16:00Z"
        let messages = late.read("---\n\(front)\n---\n\(body)\n").diagnostics.inOrder.map(\.message)
        #expect(messages.map { $0.contains("requires calling in `Lead` by") } == [true, false])
        #expect(messages.map { $0.contains("requires calling in `CTO` by") } == [false, true])
        #expect(try told(body + "\nEscalated: lead, CTO", at: "2026-01-02T17:00Z").isEmpty)
        #expect(try told(body + "\n\n[RESOLVED 16:45] c", at: "2026-01-02T17:00Z").count == 1)
    }

    @Test func nameThatIsNearlyAStepIsTold() throws {
        var site = try SampleSite(
            status: Self.status.replacing("to: Lead}", with: "to: Team lead}")
        ).checking(EscalationNamesAStep.self, EscalationsAreMade.self)
        site.now = try #require(Instant(writtenAs: "2026-01-02T16:50Z"))
        func told(_ people: String) -> [String] {
            let front = "title: x\nseverity: SEV-1\ncomponents: {web: major}\nstarted: 2026-01-02T16:00Z"
            return site.read("---\n\(front)\n---\n[INVESTIGATING 16:31] a\nEscalated: \(people)\n")
                .diagnostics.inOrder.map(\.summary)
        }
        #expect(told("team-lead").isEmpty && told("TEAM_LEAD, Data team").isEmpty)
        #expect(told("Teem lead") == ["7:1 warning missed-escalation", "8:12 warning unknown-escalation"])
        #expect(told("Data team") == ["7:1 warning missed-escalation"])
    }

    /// What the record says under `internal` needs no update, and has its own time.
    @Test func stepIsMadeUnderInternal() throws {
        var site = try SampleSite(status: Self.status).checking(
            EscalationNamesAStep.self, EscalationsAreMade.self, TimesLieAfterStart.self,
            TimesLieInThePast.self)
        site.now = try #require(Instant(writtenAs: "2026-01-02T16:50Z"))
        func told(_ calls: String) -> [String] {
            let front = "title: x\nseverity: SEV-1\ncomponents: {web: major}\nstarted: 2026-01-02T16:00Z"
            return site.read(
                "---\n\(front)\ninternal: {escalated: {\(calls)}}\n---\n[INVESTIGATING 16:31] a\n"
            ).diagnostics.inOrder.map(\.summary)
        }
        #expect(told("lead: 2026-01-02T16:40Z").isEmpty)
        #expect(
            told("CTO: 2026-01-02T16:40Z, L2: 2026-01-02T16:40Z")
                == ["6:48 warning unknown-escalation", "8:1 warning missed-escalation"])
        #expect(told("lead: 2026-01-02T15:40Z") == ["6:30 error time-before-start"])
        #expect(
            told("lead: 2026-01-02T16:51Z") == [
                "6:30 warning time-in-future", "8:1 warning missed-escalation",
            ])
        #expect(told("lead: 16:40") == ["6:30 error time-needs-date"])
        #expect(told("lead: [16:40]") == ["6:30 error wrong-type"])
        // Both are read where letters are of another case.
        #expect(told("lead: 2026-01-02T16:40Z}, Escalated: {CTO: 2026-01-02T16:45Z").isEmpty)
    }

    /// The rest of the limits, in words of their own: a first update by 16:10, the impact over by 17:00, the end by 18:00.
    @Test func restOfTheLimits() throws {
        var site = try SampleSite(
            status: Self.status.replacing(
                "SEV-2:",
                with:
                    "SEV-0: {notice_within: 10m, restore_within: 1h, resolve_within: 2h, update_every: 5m}\n  SEV-2:"
            )
        ).checking(LimitsAreKept.self, OpenIncidentIsNotSilent.self)
        func told(_ body: String, keys: String = "", at now: String) throws -> [String] {
            site.now = try #require(Instant(writtenAs: now))
            let front = "title: x\nseverity: SEV-0\ncomponents: {web: major}\nstarted: 2026-01-02T16:00Z"
            return site.read("---\n\(front)\n\(keys)---\n\(body)\n").diagnostics.inOrder.map(\.summary)
        }
        #expect(try told("", at: "2026-01-02T16:10Z").isEmpty)
        #expect(try told("", at: "2026-01-02T16:11Z") == ["5:1 warning late-notice"])
        let inside = try told("", keys: "visibility: internal\n", at: "2026-01-02T16:11Z")
        #expect(inside == ["5:1 warning silent-incident"])
        let body = "[INVESTIGATING 16:02] a\nNext update: 4h"
        #expect(try told(body, at: "2026-01-02T17:00Z").isEmpty)
        #expect(try told(body, at: "2026-01-02T17:01Z") == ["7:1 warning late-restoration"])
        #expect(
            try told(body, at: "2026-01-02T18:01Z")
                == ["7:1 warning late-resolution", "7:1 warning late-restoration"])
        let mended = body + "\n\n[MONITORING 17:30] b\nComponents: web operational\nNext update: 4h"
        #expect(try told(mended, at: "2026-01-02T17:59Z").isEmpty)
        #expect(try told(mended, at: "2026-01-02T18:01Z") == ["10:1 warning late-resolution"])
        #expect(try told(mended + "\n\n[RESOLVED 18:02] c", at: "2026-01-02T18:03Z").isEmpty)
    }

    /// Nobody is called in over what has ended; if it comes back, the step is due then.
    @Test func ladderRestsOnceTheImpactIsOver() throws {
        let body = "[IDENTIFIED 16:10] b\n\n[MONITORING 16:20] c\nComponents: web operational"
        #expect(try told(body, at: "2026-01-02T17:30Z").isEmpty)
        let back = body + "\n\n[IDENTIFIED 16:45] d\nComponents: web major"
        #expect(try told(back, at: "2026-01-02T16:44Z").isEmpty)
        #expect(try told(back, at: "2026-01-02T16:45Z") == ["12:1 warning missed-escalation"])
        #expect(try told(back, at: "2026-01-02T17:00Z").count == 2)
    }

    @Test func resolutionIsWatched() throws {
        let body = "[IDENTIFIED 16:10] a\n\n[MONITORING 16:15] b\nComponents: web operational"
        #expect(try told(body + "\n\n[RESOLVED 16:45] c", at: "2026-01-02T17:00Z").isEmpty)
        let early = ["12:1 warning early-resolution"]
        #expect(try told(body + "\n\n[RESOLVED 16:44] c", at: "2026-01-02T17:00Z") == early)
        #expect(try told(body + "\n\n[RESOLVED 16:44] c", at: "2026-01-09T16:44Z") == early)
        #expect(try told(body + "\n\n[RESOLVED 16:44] c", at: "2026-01-09T16:45Z").isEmpty)
        // What the end of the impact is said to be decides, and it may be the resolution itself.
        #expect(
            try told("[RESOLVED 16:45] c", keys: "ended: 2026-01-02T16:16Z\n", at: "2026-01-02T17:00Z").count
                == 1)
        #expect(
            try told("[RESOLVED 16:45] c", keys: "ended: 2026-01-02T16:15Z\n", at: "2026-01-02T17:00Z")
                .isEmpty)
    }
}
