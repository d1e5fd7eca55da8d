import StatusModel
import Testing

/// What is news of a record, and what is not.
struct NewsTests {
    /// 2026-01-01T00:00Z.
    private let start = Instant(seconds: 1_767_225_600)
    private let hour = 3_600

    @Test func updatesOfAnIncidentAreItsNews() {
        let record = incident([(.investigating, 60), (.resolved, hour)])
        #expect(events(of: record) == [.update(0), .update(1)])
        #expect(events(of: record, by: start + hour - 1) == [.update(0)])
    }

    @Test func incidentWithoutUpdatesBeginsAndEnds() {
        var record = incident([])
        #expect(events(of: record) == [.begins])
        record.until = start + hour
        let news = record.news(by: start + hour, in: .utc)
        #expect(news.map(\.event) == [.begins, .ends])
        #expect(news.map(\.at) == [start, start + hour])
        #expect(news.map(\.phase) == [.investigating, .resolved])
    }

    @Test func endOfTheImpactIsNewsUntilAnUpdateComes() {
        var record = incident([(.investigating, 60)], ended: hour)
        let news = record.news(by: start + hour, in: .utc)
        #expect(news.map(\.event) == [.update(0), .ends])
        #expect(news[1].isRestoration && news[1].phase == .investigating)
        record.updates.append(Update(phase: .resolved, at: start + hour))
        #expect(events(of: record) == [.update(0), .update(1)])
    }

    @Test func postMortemIsNewsOnTheDayOfItsPublication() {
        var record = incident([(.investigating, 60), (.resolved, hour)])
        record.postMortem = PostMortem(title: "Post-mortem")
        record.postMortem?.introduction = Prose(html: ["<p>A pool.</p>"], text: "A pool.")
        #expect(events(of: record) == [.update(0), .update(1)])
        record.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 3)
        let news = record.news(by: start + 48 * hour, in: .utc)
        #expect(news.last?.event == .postMortem && news.last?.at == start + 48 * hour)
        #expect(events(of: record, by: start + 48 * hour - 1) == [.update(0), .update(1)])
        record.postMortem?.introduction = .empty
        #expect(events(of: record) == [.update(0), .update(1)])
    }

    @Test func maintenanceBeginsAndEndsByTheClock() {
        let record = maintenance([(.scheduled, -hour)])
        #expect(events(of: record, by: start - 1) == [.update(0)])
        #expect(events(of: record, by: start) == [.update(0), .begins])
        let news = record.news(by: start + 2 * hour, in: .utc)
        #expect(news.map(\.event) == [.update(0), .begins, .ends])
        #expect(news.map(\.at) == [start - hour, start, start + 2 * hour])
        #expect(news.map(\.phase) == [.scheduled, .inProgress, .completed])
        #expect(events(of: maintenance([])) == [.begins, .ends])
    }

    @Test func laterEndMovesTheNews() {
        var record = maintenance([(.scheduled, -hour), (.scheduled, hour)])
        record.updates[1].until = start + 3 * hour
        #expect(events(of: record, by: start + 3 * hour - 1) == [.update(0), .begins, .update(1)])
        #expect(record.news(by: start + 3 * hour, in: .utc).last?.at == start + 3 * hour)
    }

    @Test func maintenanceThatAnUpdateMovesBeginsThen() {
        var record = maintenance([(.scheduled, -hour), (.scheduled, -60)])
        record.updates[1].from = start + 5 * hour
        record.updates[1].until = start + 6 * hour
        #expect(events(of: record, by: start + 5 * hour - 1) == [.update(0), .update(1)])
        let news = record.news(by: start + 6 * hour, in: .utc)
        #expect(news.map(\.event) == [.update(0), .update(1), .begins, .ends])
        #expect(news.map(\.at).suffix(2) == [start + 5 * hour, start + 6 * hour])
    }

    @Test func updatesThatReportTheBeginningOrTheEndTakeItsPlace() {
        let late = maintenance([(.scheduled, -hour), (.inProgress, 60), (.completed, hour)])
        #expect(events(of: late) == [.update(0), .update(1), .update(2)])
        let early = maintenance([(.completed, hour)])
        #expect(events(of: early) == [.begins, .update(0)])
        let open = maintenance([(.verifying, hour)])
        #expect(events(of: open) == [.begins, .update(0)])
    }

    @Test func cancelledMaintenanceNeitherBeginsNorEnds() {
        #expect(
            events(of: maintenance([(.scheduled, -hour), (.cancelled, -60)])) == [.update(0), .update(1)])
        #expect(events(of: maintenance([(.cancelled, 60)])) == [.begins, .update(0)])
    }

    @Test func noticeBegins() {
        let notice = Record(id: "n", slug: "n", path: "incidents/n.md", title: "N")
            .notice(from: start, until: start + hour)
        let news = notice.news(by: start + 5 * hour, in: .utc)
        #expect(news.map(\.event) == [.begins] && news[0].phase == nil)
    }

    @Test func whatAnEarlierVersionSaidIsNoNews() {
        let before = incident([(.investigating, 60)])
        var after = before
        #expect(added(to: before, by: after) == [])
        after.updates[0].prose = Prose(html: ["<p>a</p>"], text: "a")
        #expect(added(to: before, by: after) == [])
        after.updates.append(Update(phase: .identified, at: start + 120))
        #expect(added(to: before, by: after) == [.update(1)])
        after.until = start + hour
        #expect(added(to: before, by: after) == [.update(1), .ends])
    }

    @Test func clockBringsNothingThatAnEditDidNot() {
        let before = maintenance([(.scheduled, -hour)])
        #expect(added(to: before, by: before) == [])
        var after = before
        after.updates.append(Update(phase: .completed, at: start + hour))
        #expect(added(to: before, by: after) == [.update(1)])
    }

    @Test func whatTheClockBroughtSinceAnInstantIsNews() {
        let record = maintenance([(.scheduled, -hour)])
        let news = { (then: Int, now: Int) in
            record.news(since: record, asOf: start + then, by: start + now, in: .utc).map(\.event)
        }
        #expect(news(-60, -1) == [])
        #expect(news(-60, 0) == [.begins])
        #expect(news(0, 2 * hour) == [.ends])
        #expect(news(-60, 2 * hour) == [.begins, .ends])
        #expect(news(-2 * hour, -60) == [.update(0)])
        #expect(news(2 * hour, 3 * hour) == [])
    }

    @Test func correctedEndIsNoNews() {
        let before = incident([(.investigating, 60)], ended: hour)
        #expect(added(to: before, by: incident([(.investigating, 60)], ended: hour + 300)) == [])
    }

    @Test func updateInPlaceOfAnEndSaysTheSame() {
        let before = incident([], ended: hour)
        let after = incident([(.investigating, 60), (.resolved, hour)])
        #expect(added(to: before, by: after) == [.update(0)])
        #expect(added(to: after, by: before) == [.begins])
    }

    private func events(of record: Record, by now: Instant? = nil) -> [News.Event] {
        record.news(by: now ?? start + 500 * hour, in: .utc).map(\.event)
    }

    private func added(to before: Record, by after: Record) -> [News.Event] {
        let now = start + 500 * hour
        return after.news(since: before, asOf: now, by: now, in: .utc).map(\.event)
    }

    private func incident(_ updates: [(Phase, Int)], ended: Int? = nil) -> Record {
        var record = Record(id: "one", slug: "one", path: "incidents/one.md", title: "One")
        record.updates = updates.map { Update(phase: $0.0, at: start + $0.1) }
        record.until = ended.map { start + $0 }
        return record.incident(severity: 2, startedAt: start)
    }

    private func maintenance(_ updates: [(Phase, Int)]) -> Record {
        var record = Record(id: "work", slug: "work", path: "incidents/work.md", title: "Work")
        record.updates = updates.map { Update(phase: $0.0, at: start + $0.1) }
        return record.maintenance(from: start, until: start + 2 * hour)
    }
}
