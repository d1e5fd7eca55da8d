import StatusModel
import Testing

@testable import Reliability

/// All times are minutes from the start of an incident at 17:00; the policy is: acknowledge 5, identify 15, resolve 60,
/// update every 15, escalate at once, after 30 and after 60.
@Suite struct DueNowTests {
    @Test func everythingIsDueWhileNobodyKnows() throws {
        let due = try #require(try due(for: [], after: 10))
        #expect(due.nextUpdate?.at == (try minutes(15)))
        #expect(due.nextUpdate?.reason == .policy)
        #expect(due.acknowledgedAt == nil)
        #expect(due.limits.map(\.rule) == [.acknowledge, .identify, .resolve])
        #expect(due.limits.map(\.verdict) == [.missed, .open, .open])
        #expect(due.limits.map(\.dueAt) == [try minutes(5), try minutes(15), try minutes(60)])
        // The one is due, the other comes next; the last is too far away.
        #expect(due.escalations.map(\.to) == ["On-call", "Lead"])
        #expect(due.escalations.map(\.dueAt) == [try minutes(0), try minutes(30)])
        #expect(due.conditionalEscalations.map(\.to) == ["CEO"])
        #expect(due.conditionalEscalations.map(\.event) == ["data is exposed"])
        #expect(
            due.checklist == [
                ChecklistItem(
                    1, .resolved, InlineProse("All services healthy"), isDone: false, isAskedFor: false)
            ])
        // What is most overdue leads; of two at one instant the update comes first.
        #expect(
            due.steps.map(\.what) == [
                .escalation(to: "On-call"), .limit(.acknowledge), .update, .limit(.identify),
                .escalation(to: "Lead"), .limit(.resolve),
            ])
        #expect(due.steps.map { $0.isLate(at: $0.at) } == [true, false, false, false, true, false])
    }

    @Test func whatIsDoneIsDueNoMore() throws {
        var first = Update(phase: .identified, at: try minutes(7))
        first.nextUpdateAt = try minutes(20)
        first.escalatedTo = ["cto"]
        let due = try #require(try due(for: [first], after: 35) { $0.tickedItems = ["all services healthy"] })
        #expect(due.nextUpdate?.at == (try minutes(20)))
        #expect(due.nextUpdate?.reason == .promise)
        #expect(due.acknowledgedAt == (try minutes(7)))
        #expect(due.limits.map(\.rule) == [.resolve])
        // Whoever wrote the first update took it on, and the CTO was called in before their time.
        #expect(due.escalations.map(\.to) == ["Lead"])
        #expect(
            due.checklist == [
                ChecklistItem(
                    1, .resolved, InlineProse("All services healthy"), isDone: true, isAskedFor: false)
            ])
    }

    /// The policy names the CTO before the lead, who is to be called in half an hour earlier.
    @Test func stepsComeByWhenTheyFellDue() throws {
        let due = try #require(try due(for: [], after: 70))
        #expect(due.escalations.map(\.to) == ["On-call", "Lead", "CTO"])
    }

    @Test func stepThatHangsOnAnEventIsMadeByItsName() throws {
        var first = Update(phase: .investigating, at: try minutes(7))
        first.escalatedTo = ["ceo"]
        #expect(try due(for: [first], after: 10)?.conditionalEscalations == [])
    }

    @Test func nothingIsDueOnceItIsResolved() throws {
        #expect(try due(for: [Update(phase: .resolved, at: try minutes(9))], after: 10) == nil)
    }

    /// Since an hour after the start, the policy asks for half as much time: the incident keeps what it began with.
    @Test func policyAtTheStartHolds() throws {
        let (first, original) = try sample([]) { _ in }
        let former = original.severities[1]
        var page = original
        page.severities[1].updateEvery = 7 * minute
        page.severities[1].resolveWithin = 30 * minute
        page.severities[1].escalations = []
        page.formerRules.changes = [try minutes(60)]
        page.formerRules.severities[1] = Former()
        page.formerRules.severities[1]?.add(former, until: try minutes(60))
        let early = try #require(DueNow(of: first, on: page, now: try minutes(10)))
        #expect(early.nextUpdate?.at == (try minutes(15)))
        #expect(early.limits.last?.dueAt == (try minutes(60)))
        #expect(early.escalations.map(\.to) == ["On-call", "Lead"])
        let second = incident(from: try minutes(60))
        let late = try #require(DueNow(of: second, on: page, now: try minutes(70)))
        #expect(late.nextUpdate?.at == (try minutes(67)))
        #expect(late.limits.last?.dueAt == (try minutes(90)))
        #expect(late.escalations == [])
    }

    @Test func pageChangesOnceTheFirstUpdateIsLate() throws {
        let (incident, page) = try sample([]) { _ in }
        let turns = page.with(incident).seen(by: .internal, at: try minutes(10)).policyTurns(
            at: try minutes(10))
        #expect(turns.contains(try minutes(15) + 1))
    }
}

private extension DueNowTests {
    func minutes(_ count: Int) throws -> Instant { try at("2026-01-02T17:00Z") + count * minute }

    func due(
        for updates: [Update], after minutes: Int, _ change: (inout Record) -> Void = { _ in }
    ) throws -> DueNow? {
        let (incident, page) = try sample(updates, change)
        return DueNow(of: incident, on: page, now: try self.minutes(minutes))
    }

    func sample(_ updates: [Update], _ change: (inout Record) -> Void) throws -> (Record, StatusPage) {
        var severity = Severity(level: "SEV-2")
        severity.acknowledgeWithin = 5 * minute
        severity.identifyWithin = 15 * minute
        severity.resolveWithin = 60 * minute
        severity.updateEvery = 15 * minute
        severity.checklists = [Checklist(.resolved, ["All services healthy"])]
        severity.escalations = [
            Severity.Escalation(.after(0), to: "On-call"),
            Severity.Escalation(.after(60 * minute), to: "CTO"),
            Severity.Escalation(.after(30 * minute), to: "Lead"),
            Severity.Escalation(.when("data is exposed"), to: "CEO"),
        ]
        var page = page(component("api"))
        page.severities[1] = severity
        var incident = incident("incident", [StatusChange(0, .majorOutage)], from: try minutes(0), updates)
        change(&incident)
        return (incident, page)
    }
}
