@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// What counts towards uptime, and from when to when.
struct StatusHistoryTests {
    private let now = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z
    private var lastDay: TimeRange { RecentRange.day.range(endingAt: now) }

    @Test func pageWithoutRecordsIsUp() {
        let uptime = page(component("api")).history(now: now).uptime(of: 0, during: lastDay)
        #expect(uptime.observedSeconds == day)
        #expect(uptime.text == "100%")
        #expect(uptime.ratio == 1)
        #expect(uptime.meanTimeBetweenFailures == nil)
    }

    @Test func pageWithoutComponentsHasNoData() {
        let history = page().history(now: now)
        #expect(history.uptime(of: [], during: lastDay).text == "no data")
    }

    /// Down 4 h before `since` and 2 h after, in a range of which 10 h count.
    @Test func nothingBeforeTheComponentsStartCounts() {
        let since = now - 10 * hour
        let outage = incident(from: since - 4 * hour, resolved(since + 2 * hour))
        let history = page(component("api", since: since), since: now - 100 * day).with(outage)
            .history(now: now)
        let uptime = history.uptime(of: 0, during: lastDay)
        #expect(uptime.observedSeconds == 10 * hour)
        #expect(uptime.downtimeMilliseconds == 2 * 3_600_000)
        #expect(uptime.text == "80.00%")
    }

    @Test func sitesStartCountsForComponentsWithoutTheirOwn() {
        let history = page(component("api"), since: now - hour).history(now: now)
        #expect(history.uptime(of: 0, during: lastDay).observedSeconds == hour)
    }

    @Test func nothingFromTheRetirementOnCounts() {
        let until = now - 20 * hour
        let outage = incident(from: until - hour)
        let history = page(component("api", until: until)).with(outage).history(now: now)
        let uptime = history.uptime(of: 0, during: lastDay)
        #expect(uptime.observedSeconds == 4 * hour)
        #expect(uptime.downtimeMilliseconds == 3_600_000)
        let today = history.days(of: 0, count: 1)
        #expect(today.map(\.uptime.text) == ["no data"])
        #expect(today.map(\.incidents) == [[]])
    }

    @Test func componentThatDoesNotCountHasItsOwnFiguresOnly() {
        let changes = [StatusChange(0, .majorOutage), StatusChange(1, .majorOutage)]
        let outage = incident("outage", changes, from: now - 2 * hour, [resolved(now - hour)])
        let history = page(component("api"), component("cdn", counts: false)).with(outage).history(now: now)
        #expect(history.uptime(of: 1, during: lastDay).downtimeMilliseconds == 3_600_000)
        let site = history.uptime(of: 0...1, during: lastDay)
        #expect(site.observedSeconds == day)
        #expect(site.downtimeMilliseconds == 3_600_000)
    }

    @Test func incidentOnTwoComponentsCountsOnceForBoth() {
        let changes = [StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)]
        let outage = incident("outage", changes, from: now - 2 * hour, [resolved(now - hour)])
        let history = page(component("api"), component("web")).with(outage).history(now: now)
        let site = history.uptime(of: 0...1, during: lastDay)
        #expect(site.outages == 1)
        #expect(site.downtimeMilliseconds == 3_600_000 + 1_080_000)
    }

    /// A gap that covers the range: the incident weighs before and behind it, not within.
    @Test func reopenedIncidentIsAbsentFromItsGap() {
        let reopened = incident(
            from: now - 10 * hour,
            resolved(now - 8 * hour),
            says(.investigating, at: now - 2 * hour)
        )
        let history = page(component("api")).with(reopened).history(now: now)
        let gap = TimeRange(from: now - 8 * hour, to: now - 2 * hour)
        #expect(history.uptime(of: 0, during: gap).outages == 0)
        #expect(history.uptime(of: 0, during: lastDay).outages == 1)
        #expect(history.uptime(of: 0, during: lastDay).downtimeMilliseconds == 4 * 3_600_000)
    }

    /// At midnight too, which no day but the one that begins there has.
    @Test(arguments: [0, 1, 43_200, 86_399]) func incidentOfNoLengthCountsAndTakesNoTime(second: Int) {
        let midnight = Instant(seconds: (now.seconds / 86_400 - 1) * 86_400)
        let at = midnight + second
        let history = page(component("api")).with(incident("blip", from: at, resolved(at))).history(now: now)
        let uptime = history.uptime(of: 0, during: TimeRange(from: midnight, to: midnight + 86_400))
        #expect(uptime.outages == 1)
        #expect(uptime.downtimeMilliseconds == 0)
        #expect(uptime.text == "100%")
        let (yesterday, today) = (history.days(of: 0, count: 2)[0], history.days(of: 0, count: 2)[1])
        #expect(yesterday.incidents == ["blip"] && yesterday.worst == .majorOutage)
        #expect(today.incidents.isEmpty && today.worst == .operational)
        #expect(history.status(of: 0) == .operational)
        #expect(history.statusChangedAt(of: 0) == at)
    }

    /// Maintenance begins and ends during an outage, which is worse: the component's status does not change.
    @Test(arguments: [150, 210]) func statusBeganBeforeALesserOneWithinIt(minutes: Int) {
        let outage = incident("partial", .partialOutage, from: now)
        let window = maintenance(from: now + 2 * hour, until: now + 3 * hour)
        let later = now + minutes * 60
        let history = page(component("api")).with(outage, maintenance: [window]).history(now: later)
        #expect(history.status(of: 0) == .partialOutage)
        #expect(history.statusBegan(of: 0) == now)
    }

    /// Partial from 0 h on and major from 1 h to 2 h; then two that follow each other, and one after a gap.
    @Test func statusBeganWhenAWorseOneEndedOrARecordTookOver() {
        let (first, second) = (
            incident("partial", .partialOutage, from: now),
            incident("b", from: now + hour, resolved(now + 2 * hour))
        )
        let after = page(component("api")).with(second, first).history(now: now + 3 * hour)
        #expect(after.statusBegan(of: 0) == now + 2 * hour)
        let over = incident("c", from: now, resolved(now + hour))
        let next = incident("d", from: now + hour)
        let joined = page(component("api")).with(next, over).history(now: now + 2 * hour)
        #expect(joined.statusBegan(of: 0) == now)
        let late = incident("e", from: now + hour + 1)
        let apart = page(component("api")).with(late, over).history(now: now + 2 * hour)
        #expect(apart.statusBegan(of: 0) == now + hour + 1)
        #expect(page(component("api")).with(over).history(now: now + 2 * hour).statusBegan(of: 0) == nil)
    }

    @Test func statusWithoutWeightIsNoFailure() {
        let slow = incident("slow", .degradedPerformance, from: now - 2 * hour, resolved(now - hour))
        let history = page(component("api")).with(slow).history(now: now)
        let uptime = history.uptime(of: 0, during: lastDay)
        #expect(uptime.outages == 0)
        #expect(uptime.text == "100%")
        let yesterday = history.days(of: 0, count: 2)[0]
        #expect(yesterday.worst == .degradedPerformance)
        #expect(yesterday.incidents == ["slow"])
    }

    /// 24 h less 1 h down, by two incidents: 41,400 s.
    @Test func timeBetweenFailuresIsUptimeByIncidents() {
        let history = page(component("api"))
            .with(
                incident("one", from: now - 4 * hour, resolved(now - 4 * hour + 30 * minute)),
                incident("two", from: now - 2 * hour, resolved(now - 2 * hour + 30 * minute))
            ).history(now: now)
        #expect(history.uptime(of: 0, during: lastDay).meanTimeBetweenFailures == 41_400)
    }

    /// One weighted second in 100,000 is 99.999 %.
    @Test func uptimeIsCutAndNeverRoundedUp() {
        let blip = incident(from: now - 60, resolved(now - 59))
        let history = page(component("api")).with(blip).history(now: now)
        let uptime = history.uptime(of: 0, during: TimeRange(from: now - 100_000, to: now))
        #expect(uptime.ratio == 0.99999)
        #expect(uptime.text == "99.99%")
    }

    @Test func maintenanceIsReportedBesideUptime() {
        let one = maintenance("one", from: now - 5 * hour, until: now - 3 * hour)
        let two = maintenance("two", from: now - 4 * hour, until: now - 2 * hour)
        let unaffected = maintenance(
            "three",
            [StatusChange(0, .operational)],
            from: now - 2 * hour,
            until: now - hour
        )
        let history = page(component("api")).with(maintenance: [one, two, unaffected]).history(now: now)
        let uptime = history.uptime(of: 0, during: lastDay)
        #expect(uptime.maintenanceSeconds == 3 * hour)
        #expect(uptime.text == "100%")
        #expect(uptime.outages == 0)
        #expect(history.days(of: 0, count: 2)[0].incidents == ["two", "one"])
    }

    @Test func updatesWithinMaintenanceChangeStatuses() {
        let start = now - 5 * hour
        let work = maintenance(
            from: start,
            until: start + 2 * hour,
            says(.scheduled, at: start - hour, StatusChange(1, .underMaintenance)),
            says(.inProgress, at: start + hour, StatusChange(0, .partialOutage)),
            says(.completed, at: start + 3 * hour, StatusChange(0, .operational, since: start + 2 * hour))
        )
        let history = page(component("api"), component("web")).with(maintenance: [work]).history(now: now)
        // Put under way an hour late: `api` 1 h partial, `web` 2 h under maintenance.
        #expect(history.uptime(of: 0, during: lastDay).downtimeMilliseconds == 1_080_000)
        #expect(history.uptime(of: 0, during: lastDay).maintenanceSeconds == hour)
        #expect(history.uptime(of: 1, during: lastDay).maintenanceSeconds == 2 * hour)
    }

    @Test func maintenanceToComeChangesNothing() {
        let work = maintenance(from: now + hour, until: now + 2 * hour)
        let history = page(component("api")).with(maintenance: [work]).history(now: now)
        #expect(history.status(of: 0) == .operational)
        #expect(history.uptime(of: 0, during: lastDay).maintenanceSeconds == 0)
    }

    @Test func daysNameTheirRecordsNewestFirst() {
        let long = incident("long", from: now - 30 * hour, resolved(now - hour))
        let short = incident("short", from: now - 3 * hour, resolved(now - 2 * hour))
        let twin = incident("a-twin", from: now - 3 * hour, resolved(now - 2 * hour))
        let days = page(component("api")).with(short, long, twin).history(now: now).days(of: 0, count: 3)
        #expect(days.map(\.day.description) == ["2025-12-30", "2025-12-31", "2026-01-01"])
        #expect(days.map(\.incidents) == [["long"], ["a-twin", "short", "long"], []])
        #expect(days.map(\.uptime.outages) == [1, 3, 0])
        #expect(days.map(\.uptime.text) == ["75.00%", "4.16%", "no data"])
    }
}
