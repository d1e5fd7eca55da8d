import Foundation
import StatusModel
import Testing

/// Clocks that change, by hand-made zones whose times can be worked out on paper.
struct ZoneTests {
    /// One hour ahead; two from 2026-03-29T01:00Z to 2026-10-25T01:00Z.
    private let berlin: Zone
    /// Three hours behind; two from 2018-11-04T03:00Z, so that 00:00 to 01:00 is skipped.
    private let saoPaulo: Zone

    init() throws {
        berlin = Zone(
            name: "Europe/Berlin",
            offset: 3_600,
            changes: [
                Zone.Change(at: try at("2026-03-29T01:00:00Z"), offset: 7_200),
                Zone.Change(at: try at("2026-10-25T01:00:00Z"), offset: 3_600),
            ]
        )
        saoPaulo = Zone(
            name: "America/Sao_Paulo",
            offset: -10_800,
            changes: [
                Zone.Change(at: try at("2018-11-04T03:00:00Z"), offset: -7_200),
                Zone.Change(at: try at("2019-02-17T02:00:00Z"), offset: -10_800),
            ]
        )
    }

    @Test func offsetChangesAtTheInstantItself() throws {
        let change = try at("2026-03-29T01:00:00Z")
        #expect(berlin.offset(at: change - 1) == 3_600)
        #expect(berlin.offset(at: change) == 7_200)
        #expect(berlin.offset(at: .distantPast) == 3_600)
        #expect(berlin.offset(at: .distantFuture) == 3_600)
    }

    @Test func localTimeIsWhatClocksShow() throws {
        let before = berlin.local(try at("2026-03-29T00:59:59Z"))
        #expect("\(before.day) \(before.time.withSeconds)" == "2026-03-29 01:59:59")
        let after = berlin.local(try at("2026-03-29T01:00:00Z"))
        #expect("\(after.day) \(after.time.withSeconds)" == "2026-03-29 03:00:00")
        let west = saoPaulo.local(try at("2018-10-01T01:30:00Z"))
        #expect("\(west.day) \(west.time)" == "2018-09-30 22:30")
    }

    @Test func ordinaryTimeIsOneInstant() throws {
        let day = try day(2026, 7, 1)
        #expect(berlin.instants(of: day, at: time(12, 0)) == [try at("2026-07-01T10:00:00Z")])
    }

    @Test func skippedTimeIsNoInstant() throws {
        let day = try day(2026, 3, 29)
        #expect(berlin.instants(of: day, at: time(2, 30)).isEmpty)
        #expect(berlin.instants(of: day, at: time(2, 0)).isEmpty)
        #expect(berlin.instants(of: day, at: time(3, 0)) == [try at("2026-03-29T01:00:00Z")])
    }

    @Test func repeatedTimeIsTwoInstantsTheEarlierFirst() throws {
        let day = try day(2026, 10, 25)
        let twice = [try at("2026-10-25T00:30:00Z"), try at("2026-10-25T01:30:00Z")]
        #expect(berlin.instants(of: day, at: time(2, 30)) == twice)
        #expect(berlin.instants(of: day, at: time(3, 0)) == [try at("2026-10-25T02:00:00Z")])
    }

    @Test func dayStartsAtMidnight() throws {
        #expect(berlin.start(of: try day(2026, 7, 1)) == (try at("2026-06-30T22:00:00Z")))
        #expect(Zone.utc.start(of: try day(2026, 7, 1)) == (try at("2026-07-01T00:00:00Z")))
    }

    @Test func dayWithoutMidnightStartsAtTheChange() throws {
        let day = try day(2018, 11, 4)
        let start = saoPaulo.start(of: day)
        #expect(start == (try at("2018-11-04T03:00:00Z")))
        #expect(saoPaulo.local(start).time == time(1, 0))
        #expect(saoPaulo.range(of: day).seconds == 23 * 3_600)
    }

    /// 2019-02-16 shows 23:00 to 24:00 twice.
    @Test func daysAreAsLongAsTheirClocks() throws {
        #expect(saoPaulo.range(of: try day(2019, 2, 16)).seconds == 25 * 3_600)
        #expect(berlin.range(of: try day(2026, 3, 29)).seconds == 23 * 3_600)
        #expect(berlin.range(of: try day(2026, 10, 25)).seconds == 25 * 3_600)
        #expect(berlin.range(of: try day(2026, 10, 26)).seconds == 24 * 3_600)
    }

    @Test func labelIsTheOffset() throws {
        #expect(Zone.utc.label(at: try at("2026-01-01T00:00:00Z")) == "UTC")
        #expect(berlin.label(at: try at("2026-07-01T00:00:00Z")) == "UTC+2")
        let newfoundland = Zone(name: "America/St_Johns", offset: -12_600)
        #expect(newfoundland.label(at: try at("2026-01-01T00:00:00Z")) == "UTC\u{2212}3:30")
        let nepal = Zone(name: "Asia/Kathmandu", offset: 20_700)
        #expect(nepal.label(at: try at("2026-01-01T00:00:00Z")) == "UTC+5:45")
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    private func time(_ hour: Int, _ minute: Int) -> TimeOfDay {
        TimeOfDay(seconds: hour * 3_600 + minute * 60)
    }
}
