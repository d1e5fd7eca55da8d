import StatusModel
import TestSupport
import Testing

struct IncidentTests {
    private let start = Instant(seconds: 1_767_225_600)

    @Test func phaseIsThatOfTheLastUpdate() {
        #expect(made([]).phase(at: start) == .investigating)
        #expect(made([(.investigating, 0), (.monitoring, 60)]).phase(at: start) == .monitoring)
        #expect(made([(.monitoring, 0)]).isOpen)
        #expect(!made([(.resolved, 0)]).isOpen)
    }

    @Test func incidentWithoutUpdatesIsResolvedOnceItEnded() {
        var incident = made([])
        #expect(incident.resolvedAt == nil)
        incident.until = start + 300
        #expect(incident.phase(at: start) == .resolved)
        #expect(incident.resolvedAt == start + 300)
    }

    @Test func endLeavesAnIncidentWithUpdatesOpen() {
        var incident = made([(.monitoring, 0)])
        incident.until = start + 300
        #expect(incident.isOpen)
        #expect(incident.resolvedAt == nil)
    }

    @Test func resolutionIsTheFirstOfTheLastRun() {
        let twice = made([(.resolved, 60), (.investigating, 120), (.resolved, 180), (.resolved, 240)])
        #expect(twice.resolvedAt == start + 180)
        #expect(made([(.resolved, 60), (.investigating, 120)]).resolvedAt == nil)
    }

    @Test func milestonesAreTheFirstOfTheirPhase() {
        let incident = made([(.investigating, 10), (.identified, 20), (.monitoring, 30), (.identified, 40)])
        #expect(incident.noticedAt == start + 10)
        #expect(incident.identifiedAt == start + 20)
        #expect(incident.monitoringAt == start + 30)
        #expect(made([]).noticedAt == nil)
    }

    @Test func highestSeverityIsTheSmallestRank() {
        var incident = made([(.investigating, 10), (.identified, 20), (.monitoring, 30)])
        #expect(incident.highestSeverity == 2)
        incident.updates[1].severity = 0
        incident.updates[2].severity = 3
        #expect(incident.highestSeverity == 0)
    }

    private func made(_ updates: [(Phase, Int)]) -> Record {
        var record = Record(id: "one", slug: "one", path: "incidents/one.md", title: "One")
        record.updates = updates.map { Update(phase: $0.0, at: start + $0.1) }
        return record.incident(severity: 2, startedAt: start)
    }
}

struct MaintenanceWindowTests {
    private let from = Instant(seconds: 1_767_225_600)
    private let hour = 3_600

    @Test func clockAloneRunsAWindow() {
        let window = made([])
        #expect(window.begins == from)
        #expect(window.closesAt == from + 2 * hour)
        #expect(window.phase(at: from - 1) == .scheduled)
        #expect(window.phase(at: from) == .inProgress)
        #expect(window.phase(at: from + 2 * hour - 1) == .inProgress)
        #expect(window.phase(at: from + 2 * hour) == .completed)
    }

    @Test func windowPutUnderWayLateBeginsThenAndStaysOpen() {
        let window = made([(.inProgress, hour)])
        #expect(window.begins == from + hour)
        #expect(window.closesAt == nil)
        #expect(window.phase(at: from + 5 * hour) == .inProgress)
    }

    @Test func completionEndsAWindow() {
        #expect(made([(.completed, hour)]).closesAt == from + hour)
        let overran = made([(.inProgress, 0), (.verifying, 2 * hour), (.completed, 3 * hour)])
        #expect(overran.closesAt == from + 3 * hour)
        #expect(overran.phase(at: from + 4 * hour) == .completed)
    }

    @Test func cancelledWindowNeverRuns() {
        let window = made([(.cancelled, -hour)])
        #expect(window.begins == window.closesAt)
        #expect(window.phase(at: from + 1) == .cancelled)
    }

    @Test func endIsTheActualOneIfItRan() {
        let early = made([(.completed, -hour)])
        #expect(early.neverRan && early.actualOrPlannedEnd == from + 2 * hour)
        let atOnce = made([(.inProgress, 0), (.completed, 0)])
        #expect(!atOnce.neverRan && atOnce.actualOrPlannedEnd == from)
        #expect(made([(.inProgress, 3 * hour)]).actualOrPlannedEnd == from + 2 * hour)
    }

    @Test func updateBeforeTheStartRemovesAComponent() {
        let maintained = { StatusChange($0, .underMaintenance) }
        var window = made([(.scheduled, -hour), (.scheduled, -60), (.inProgress, 60)])
        window.components = [maintained(0), maintained(1), StatusChange(2, .operational)]
        let announced = window
        window.updates[0].changes = [StatusChange(1, .operational)]
        #expect(window.maintenanceStatuses == [maintained(0), StatusChange(2, .operational)])
        #expect(window.changedMaintenanceStatuses(since: announced) == [StatusChange(1, .operational)])
        // Once it has begun, what it affected stays.
        window.updates[2].changes = [StatusChange(0, .operational)]
        #expect(window.maintenanceStatuses == [maintained(0), StatusChange(2, .operational)])
        window.updates[1].changes = [maintained(1)]
        #expect(window.maintenanceStatuses == announced.components)
    }

    @Test func latestWordOnTheEndHolds() {
        var window = made([(.scheduled, -hour), (.scheduled, -60), (.scheduled, -30)])
        window.updates[0].until = from + 5 * hour
        window.updates[1].until = from + 3 * hour
        #expect(window.plannedEnd == from + 3 * hour)
        #expect(window.closesAt == from + 3 * hour)
    }

    private func made(_ updates: [(Phase, Int)]) -> Record {
        var record = Record(id: "work", slug: "work", path: "incidents/work.md", title: "Work")
        record.updates = updates.map { Update(phase: $0.0, at: from + $0.1) }
        return record.maintenance(from: from, until: from + 2 * hour)
    }
}

struct NoticeTests {
    private let from = Instant(seconds: 1_767_225_600)
    private let record = Record(id: "note", slug: "note", path: "incidents/note.md", title: "Note")

    @Test func noticeIsCurrentFromItsStartToItsEnd() {
        let notice = record.notice(from: from, until: from + 60)
        #expect(!notice.isCurrentNotice(at: from - 1))
        #expect(notice.isCurrentNotice(at: from))
        #expect(!notice.isCurrentNotice(at: from + 60))
        #expect(record.notice(from: from).isCurrentNotice(at: from + 1_000_000))
    }
}

struct PhaseTests {
    @Test func keywordIsWhatRecordsWrite() {
        #expect(Phase.inProgress.keyword == "IN PROGRESS")
        #expect(Phase.investigating.keyword == "INVESTIGATING")
    }

    @Test func finalPhasesEndTheirRecords() {
        #expect(Phase.allCases.filter(\.isFinal) == [.resolved, .completed, .cancelled])
    }
}
