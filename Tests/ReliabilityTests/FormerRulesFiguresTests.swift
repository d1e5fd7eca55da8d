import StatusModel
import TestSupport
import Testing

@testable import Reliability

/// Figures and verdicts by the rules of their day. The rules changed at midnight before 2 January 2026: a partial outage
/// weighed 0.3 before and 0.5 since, the objective was 99 % and is 99.9 %, and SEV-2 had to be resolved within 8 h and has
/// to be within 4 h.
@Suite struct FormerRulesFiguresTests {
    private let change = Instant(seconds: 1_767_312_000)  // 2026-01-02T00:00:00Z
    private var now: Instant { change + 40 * day }

    private var site: StatusPage {
        var page = page(component("api"))
        page.weights[.partialOutage] = 500
        page.target = Target(millionths: 999_000)
        page.severities[1].resolveWithin = 4 * hour
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true, within: day)
        page.formerRules.changes = [change]
        var weights = page.weights
        weights[.partialOutage] = 300
        page.formerRules.weights.add(weights, until: change)
        page.formerRules.target.add(Target(millionths: 990_000), until: change)
        var severity = page.severities[1]
        severity.resolveWithin = 8 * hour
        severity.postMortem = nil
        page.formerRules.severities[1] = Former()
        page.formerRules.severities[1]?.add(severity, until: change)
        return page
    }

    /// 600 s at 0.3 before midnight, 400 s at 0.5 behind it.
    @Test func secondsCountByTheWeightsOfTheirOwnDay() {
        let outage = incident("out", .partialOutage, from: change - 600, resolved(change + 400))
        let history = site.with(outage).history(now: now)
        let range = { TimeRange(from: change - $0, to: change + $1) }
        let downtime = { history.uptime(of: 0, during: $0).downtimeMilliseconds }
        #expect(downtime(range(600, 400)) == 380_000)
        #expect(downtime(range(100, 0)) == 30_000)
        #expect(downtime(range(-100, 200)) == 50_000)
        #expect(history.uptimeOfWhole(during: range(600, 400)).byTheClock.downtimeMilliseconds == 380_000)
        #expect(history.downtimeMilliseconds(of: 0, by: history.incidents[0].timeline) == 380_000)
        #expect(history.days(of: 0, count: 41)[0].uptime.downtimeMilliseconds == 200_000)
    }

    /// Degraded for 600 s while that weighed nothing, and for 400 s since it weighs 0.1.
    @Test func slownessIsAnOutageFromTheDayOnWhichItWeighs() {
        let history = slowed.history(now: now)
        let range = TimeRange(from: change - 1_000, to: change + 1_000)
        let uptime = history.uptime(of: 0, during: range)
        #expect(uptime.degradedSeconds == 600)
        #expect(uptime.downtimeMilliseconds == 40_000)
        #expect(uptime.affectedSeconds == 1_000)
        #expect(history.uptimeOfWhole(during: range).byTheClock.degradedSeconds == 600)
        for time in [history.outageFree(during: range), history.outageFree(of: 0, during: range)] {
            #expect(time.since == change + 400)
            #expect(time.longest == TimeRange(from: change - 1_000, to: change))
        }
        // Before the change, nothing was an outage.
        let before = history.outageFree(during: TimeRange(from: change - 1_000, to: change))
        #expect(before.since == nil)
        #expect(before.longest?.seconds == 1_000)
    }

    /// A span ends where its status came to weigh more, and one that lasts begins there.
    @Test func spansAreCutWhereTheWeightChanged() {
        var page = slowed
        page.incidents.append(incident("slow", .degradedPerformance, from: change - 300))
        let history = page.history(now: now)
        let spans = history.spans(of: history.incidents, [])[0]
        #expect(spans.map(\.record) == ["out", "slow", "out", "slow"])
        #expect(spans.map(\.from) == [change - 600, change - 300, change, change])
        #expect(spans.map(\.until) == [change, change, change + 400, nil])
        #expect(spans.map(\.weight) == [0, 0, 100, 100])
    }

    private var slowed: StatusPage {
        var page = site.with(
            incident("out", .degradedPerformance, from: change - 600, resolved(change + 400)))
        let former = page.weights
        page.weights[.degradedPerformance] = 100
        page.formerRules.weights = Former()
        page.formerRules.weights.add(former, until: change)
        return page
    }

    /// December ended under 99 %, January under 99.9 %, of which 1/1000 of 31 days are 2,678.4 s.
    @Test func periodIsHeldAgainstTheObjectiveOfItsLastDay() throws {
        let history = site.history(now: now)
        let budget = { (year: Int, month: Int) in
            history.errorBudget(of: 0, during: Period.month(year: year, month: month).range(in: .utc))
        }
        #expect(budget(2025, 12)?.target.millionths == 990_000)
        #expect(budget(2026, 1)?.target.millionths == 999_000)
        #expect(budget(2026, 1)?.allowedMicroseconds == 2_678_400_000)
        // While January went on, on its first day, the old objective held.
        let early = site.seen(by: .internal, at: change - 1).history(now: change - 1)
        let january = Period.month(year: 2026, month: 1).range(in: .utc)
        #expect(early.errorBudget(of: 0, during: january)?.target.millionths == 990_000)
    }

    /// Five hours: within eight, and more than four.
    @Test func incidentIsJudgedByTheRulesAtItsStart() {
        let verdicts = { (from: Instant) in
            let incident = incident("a", from: from, resolved(from + 5 * hour))
            let judged = PolicyCompliance(of: incident, on: site, now: now).judgements
            return judged.map { "\($0.rule.rawValue) \($0.verdict.rawValue)" }
        }
        #expect(verdicts(change - 1) == ["resolve met"])
        #expect(verdicts(change) == ["resolve missed", "post_mortem missed"])
    }

    /// The month of the change says from when on its rules hold; the one before says nothing.
    @Test func reportKnowsTheDaysOnWhichRulesChanged() {
        let history = site.history(now: now)
        let report = { (month: Int, year: Int) in
            PeriodReport(of: .month(year: year, month: month), on: site, history: history)
        }
        #expect(report(1, 2026).rulesChangedOn == [Day(year: 2026, month: 1, day: 2)])
        #expect(report(12, 2025).rulesChangedOn == [])
    }

    /// What counts towards the site's uptime counts as it did on each day: of two components, one counts since the change.
    @Test func componentCountsFromTheDayOnWhichItDoes() {
        var page = site
        page.components.append(component("cdn"))
        page.formerRules.counts[1] = Former()
        page.formerRules.counts[1]?.add(false, until: change)
        let outage = incident(
            "out", [StatusChange(1, .majorOutage)], from: change - 600, [resolved(change + 400)])
        let history = page.with(outage).history(now: now)
        let range = TimeRange(from: change - 1_000, to: change + 1_000)
        let whole = history.uptimeOfWhole(during: range)
        #expect(whole.componentTime.observedSeconds == 3_000)
        #expect(whole.componentTime.downtimeMilliseconds == 400_000)
        #expect(whole.byTheClock.downtimeMilliseconds == 400_000)
        #expect(whole.componentTime.outages == 1)
        #expect(history.uptime(of: 1, during: range).downtimeMilliseconds == 1_000_000)
        let before = TimeRange(from: change - 1_000, to: change)
        #expect(history.uptimeOfWhole(during: before).componentTime.outages == 0)
        #expect(history.uptimeOfWhole(during: before).components == 1)
    }
}
