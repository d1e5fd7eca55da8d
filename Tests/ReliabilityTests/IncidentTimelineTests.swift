@testable import Reliability
import StatusModel
import Testing

/// How updates change what an incident does to components.
struct IncidentTimelineTests {
    private let start = Instant(seconds: 1_767_225_600)
    private var now: Instant { start + day }

    @Test func openIncidentLastsToNow() {
        let timeline = IncidentTimeline(of: incident(from: start), now: now)
        #expect(timeline.told == [span(.majorOutage, 0, day, isOpen: true)])
        #expect(timeline.restoredAt == nil)
    }

    @Test func incidentThatBeginsNowIsOpenAndEmpty() {
        let timeline = IncidentTimeline(of: incident(from: now), now: now)
        #expect(timeline.told == [span(.majorOutage, day, day, isOpen: true)])
    }

    /// Resolved in the minute it began, by whatever says so: the component was affected, for no time.
    @Test func incidentOfNoLengthAffectsItsComponents() {
        let over = incident(from: start, resolved(start))
        var ended = incident(from: start)
        ended.until = start
        let mended = incident(from: start, says(.monitoring, at: start, StatusChange(0, .operational)))
        let said = incident(from: start, resolved(start, StatusChange(0, .operational)))
        for incident in [over, ended, mended, said] {
            let timeline = IncidentTimeline(of: incident, now: now)
            #expect(timeline.told == [span(.majorOutage, 0, 0)])
            #expect(timeline.restoredAt == start)
            #expect(timeline.components == [0])
            #expect(timeline.worst(of: 0) == .majorOutage)
            #expect(page(component("api")).history(now: now).downtimeMilliseconds(of: 0, by: timeline) == 0)
        }
    }

    /// What an update names only after the impact's end was affected too, up to that end.
    @Test func componentNamedAfterTheEndIsAffectedForNoTime() {
        var late = incident(
            "late",
            [StatusChange(0, .partialOutage)],
            from: start,
            [
                says(
                    .identified,
                    at: start + 900,
                    StatusChange(0, .majorOutage),
                    StatusChange(1, .degradedPerformance)
                )
            ]
        )
        late.until = start + 600
        #expect(
            IncidentTimeline(of: late, now: now).told == [
                span(.partialOutage, 0, 600), span(.degradedPerformance, 600, 600, of: 1),
            ]
        )
    }

    /// `since` corrects: a component that is said to have been up from the start on was never affected.
    @Test func componentThatWasUpFromTheStartOnIsNotAffected() {
        let change = StatusChange(0, .operational, since: start)
        let corrected = incident(from: start, says(.identified, at: start + 600, change))
        #expect(IncidentTimeline(of: corrected, now: now).told.isEmpty)
    }

    @Test func laterUpdateCorrectsEarlierOnes() {
        let corrected = incident(
            from: start,
            says(.identified, at: start + 600, StatusChange(0, .partialOutage)),
            says(.identified, at: start + 900, StatusChange(0, .degradedPerformance, since: start + 300))
        )
        #expect(
            IncidentTimeline(of: corrected, now: now).told == [
                span(.majorOutage, 0, 300), span(.degradedPerformance, 300, day, isOpen: true),
            ]
        )
    }

    @Test func resolutionMaySaySinceWhen() {
        let changes = [StatusChange(0, .majorOutage), StatusChange(1, .majorOutage)]
        let over = incident(
            "over",
            changes,
            from: start,
            [resolved(start + 600, StatusChange(0, .operational, since: start + 60))]
        )
        let timeline = IncidentTimeline(of: over, now: now)
        #expect(timeline.told == [span(.majorOutage, 0, 60), span(.majorOutage, 0, 600, of: 1)])
        #expect(timeline.restoredAt == start + 600)
    }

    @Test func reopeningBringsBackWhatWasLastDeclared() {
        let reopened = incident(
            from: start,
            says(.identified, at: start + 100, StatusChange(0, .partialOutage)),
            resolved(start + 200),
            says(.investigating, at: start + 300)
        )
        let timeline = IncidentTimeline(of: reopened, now: now)
        #expect(
            timeline.told == [
                span(.majorOutage, 0, 100), span(.partialOutage, 100, 200),
                span(.partialOutage, 300, day, isOpen: true),
            ]
        )
        #expect(timeline.restoredAt == nil)
    }

    @Test func reopeningUpdateMaySayOtherwise() {
        let reopened = incident(
            from: start,
            resolved(start + 200),
            says(.investigating, at: start + 300, StatusChange(0, .degradedPerformance, since: start + 250)),
            resolved(start + 400)
        )
        let timeline = IncidentTimeline(of: reopened, now: now)
        #expect(timeline.told == [span(.majorOutage, 0, 200), span(.degradedPerformance, 250, 400)])
        #expect(timeline.restoredAt == start + 400)
    }

    @Test func updateThatKeepsThePhaseDoesNotReopen() {
        let note = Update(phase: .resolved, at: start + 300, keepsPhase: true)
        let over = incident(from: start, resolved(start + 200), note)
        #expect(IncidentTimeline(of: over, now: now).told == [span(.majorOutage, 0, 200)])
    }

    @Test func endedSetsTheEndWhateverUpdatesSay() {
        var ended = incident(from: start, says(.monitoring, at: start + 600, StatusChange(0, .partialOutage)))
        ended.until = start + 300
        let timeline = IncidentTimeline(of: ended, now: now)
        #expect(timeline.told == [span(.majorOutage, 0, 300)])
        #expect(timeline.restoredAt == start + 300)
        #expect(ResponseTimes(of: ended, now: now)[.resolve] == nil)
    }

    @Test func incidentWithoutUpdatesIsResolvedWhereItEnded() {
        var ended = incident(from: start)
        ended.until = start + 300
        let times = ResponseTimes(of: ended, now: now)
        #expect(times[.restore] == 300)
        #expect(times[.resolve] == 300)
        #expect(times[.firstUpdate] == nil)
    }

    @Test func impactOnNoComponentEndsWithTheResolution() {
        let open = incident("open", [StatusChange(0, .operational)], from: start, [])
        #expect(IncidentTimeline(of: open, now: now).restoredAt == nil)
        let over = incident("over", [], from: start, [resolved(start + 600)])
        #expect(IncidentTimeline(of: over, now: now).restoredAt == start + 600)
    }

    @Test func componentNamedLateIsAffectedFromThen() {
        let spreading = incident(
            "spreading",
            [StatusChange(1, .majorOutage)],
            from: start,
            [says(.identified, at: start + 60, StatusChange(0, .partialOutage)), resolved(start + 120)]
        )
        let timeline = IncidentTimeline(of: spreading, now: now)
        #expect(timeline.told == [span(.partialOutage, 60, 120), span(.majorOutage, 0, 120, of: 1)])
        #expect(timeline.components == [0, 1])
    }

    /// 0.3 · 100 + 50.
    @Test func downtimeOfOneIncidentIsItsOwn() {
        let changing = incident(
            "changing",
            .partialOutage,
            from: start,
            says(.identified, at: start + 100, StatusChange(0, .majorOutage)),
            resolved(start + 150)
        )
        let timeline = IncidentTimeline(of: changing, now: now)
        #expect(page(component("api")).history(now: now).downtimeMilliseconds(of: 0, by: timeline) == 80_000)
        #expect(timeline.worst(of: 0) == .majorOutage)
        #expect(timeline.worst(of: 1) == .operational)
    }

    private func span(
        _ status: ComponentStatus,
        _ from: Int,
        _ to: Int,
        of component: Int = 0,
        isOpen: Bool = false
    ) -> Told {
        Told(
            component: component,
            status: status,
            range: TimeRange(from: start + from, to: start + to),
            isOpen: isOpen
        )
    }
}

/// A span, as a test expects it.
private struct Told: Equatable {
    let component: Int
    let status: ComponentStatus
    let range: TimeRange
    let isOpen: Bool
}

extension IncidentTimeline {
    fileprivate var told: [Told] {
        spans.map { Told(component: $0.component, status: $0.status, range: $0.range, isOpen: $0.isOpen) }
    }
}
