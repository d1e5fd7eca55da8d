import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Times become instants by the zone they name, by the site's zone, and by the time that they count from.
@Suite struct TimeReaderTests {
    private func read(_ text: String, zone: String = "UTC", anchor: TimeReader.Anchor = .none) throws
        -> (instant: String?, told: [Diagnostic.ID], hint: String)
    {
        let reader = TimeReader(zone: try #require(Zone(identifier: zone)))
        let found = Findings()
        let place = Diagnostics.SourceLocation(path: "x", line: 1, column: 1, length: 1, excerpt: text)
        let instant = reader.instant(text, anchor: anchor, at: place, into: found)
        return (instant?.description, found.all.map(\.id), found.all.first?.hint ?? "")
    }

    @Test(arguments: [
        ("2026-01-15 12:00", "2026-01-15T11:00:00Z"), ("2026-07-15 12:00", "2026-07-15T10:00:00Z"),
        ("2026-07-15 12:00 UTC", "2026-07-15T12:00:00Z"), ("2026-07-15T12:00+05:30", "2026-07-15T06:30:00Z"),
        ("2026-03-29 01:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29 03:00", "2026-03-29T01:00:00Z"),
        ("2026-10-25 01:59", "2026-10-24T23:59:00Z"), ("2026-10-25 03:00", "2026-10-25T02:00:00Z"),
        ("2026-10-25T02:30+02:00", "2026-10-25T00:30:00Z"),
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30:00Z"),
    ])
    func timeIsThatOfItsZoneOrOfBerlin(text: String, expected: String) throws {
        #expect(try read(text, zone: "Europe/Berlin").instant == expected)
    }

    @Test(arguments: ["2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29T02:59:59"])
    func skippedTimeNeedsAnOffset(text: String) throws {
        let read = try read(text, zone: "Europe/Berlin")
        #expect(read.instant == nil && read.told == [.timeNeedsOffset])
    }

    @Test(arguments: ["2026-10-25 02:00", "2026-10-25 02:30", "2026-10-25T02:59:59"])
    func repeatedTimeNeedsAnOffset(text: String) throws {
        let read = try read(text, zone: "Europe/Berlin")
        #expect(read.instant == nil && read.told == [.timeNeedsOffset])
        #expect(read.hint.contains("+02:00` or `") && read.hint.contains("+01:00`"))
    }

    @Test func timeAloneIsTheFirstThatIsNotBefore() throws {
        let base = TimeReader.Anchor.notBefore(try #require(Instant(writtenAs: "2026-01-02T23:50Z")))
        #expect(try read("23:50 UTC", anchor: base).instant == "2026-01-02T23:50:00Z")
        #expect(try read("00:10 UTC", anchor: base).instant == "2026-01-03T00:10:00Z")
        #expect(try read("11:50", anchor: base).instant == "2026-01-03T11:50:00Z")
        #expect(try read("11:51", anchor: base).told == [.timeNeedsDate])
        #expect(try read("23:49", anchor: base).told == [.timeNeedsDate])
        // 01:00 in Berlin is 00:00 UTC.
        #expect(try read("01:00", zone: "Europe/Berlin", anchor: base).instant == "2026-01-03T00:00:00Z")
        #expect(try read("01:00 +02:00", anchor: base).told == [.timeNeedsDate])
        #expect(try read("02:00 +02:00", anchor: base).instant == "2026-01-03T00:00:00Z")
    }

    @Test func sinceIsTheLastThatIsNotAfter() throws {
        let base = TimeReader.Anchor.notAfter(try #require(Instant(writtenAs: "2026-01-02T00:10Z")))
        #expect(try read("00:10", anchor: base).instant == "2026-01-02T00:10:00Z")
        #expect(try read("23:50", anchor: base).instant == "2026-01-01T23:50:00Z")
        #expect(try read("00:11", anchor: base).told == [.timeNeedsDate])
    }

    @Test func timeAloneAcrossAClockChange() throws {
        // 2026-03-29T00:30Z is 01:30 in Berlin; at 02:00 the clocks go to 03:00, an hour later it is 03:30.
        let base = TimeReader.Anchor.notBefore(try #require(Instant(writtenAs: "2026-03-29T00:30Z")))
        #expect(try read("03:30", zone: "Europe/Berlin", anchor: base).instant == "2026-03-29T01:30:00Z")
        #expect(try read("02:30", zone: "Europe/Berlin", anchor: base).told == [.timeNeedsOffset])
        let autumn = TimeReader.Anchor.notBefore(try #require(Instant(writtenAs: "2026-10-24T23:30Z")))
        #expect(try read("02:30", zone: "Europe/Berlin", anchor: autumn).told == [.timeNeedsOffset])
        #expect(try read("03:30", zone: "Europe/Berlin", anchor: autumn).instant == "2026-10-25T02:30:00Z")
    }

    @Test func whatIsNoInstantIsTold() throws {
        #expect(try read("2026-01-02").told == [.dateWithoutTime])
        #expect(try read("17:05").told == [.timeNeedsDate])
        #expect(try read("2023-07-94").told == [.invalidTime])
        #expect(try read("2026-01-02T015:00").told == [.invalidTime])
        #expect(try read("yesterday").told == [.invalidTime])
        #expect(try read("2026\u{2013}01\u{2013}02T17:05Z").hint.contains("autocorrect"))
        #expect(try read("17:05", anchor: .unknown).told.isEmpty)
        #expect(try read("25:05", anchor: .unknown).told == [.invalidTime])
    }

    @Test(arguments: ["Europe/Berlin", "Etc/UTC", "America/New_York", "UTC", "GMT"])
    func zonesAreKnownByTheirNames(name: String) { #expect(Zone(identifier: name) != nil) }

    @Test(arguments: ["", "CET", "Berlin", "Europe/Nowhere", "+01:00", "../UTC"])
    func otherNamesAreNoZones(name: String) { #expect(Zone(identifier: name) == nil) }
}
