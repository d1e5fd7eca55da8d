import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Which of a record's updates came first: told by instants, after the site's zone has been applied.
@Suite struct UpdateOrderTests {
    private func record(_ body: String) -> String {
        "---\ntitle: Slow\nseverity: SEV-2\ncomponents: {web: partial}\nstarted: 2026-01-02T16:00Z\n---\n\(body)\n"
    }

    private func updates(_ body: String, zone: String) throws -> [String] {
        let parsed = try SampleSite(zone: zone).read(record(body))
        guard let incident = parsed.record else {
            throw SampleSite.Unreadable(told: parsed.diagnostics.inOrder.map(\.summary))
        }
        #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics.map(\.summary))")
        return incident.updates.map { "\($0.at) \($0.phase.rawValue) \($0.prose.text)" }
    }

    /// 18:05 in Berlin is 17:05 UTC, before 17:45 UTC, though its digits are higher.
    @Test func timesWithoutAZoneAreComparedInTheSitesZone() throws {
        let told = try updates(
            "[RESOLVED 2026-01-02T17:45Z] b\n\n[INVESTIGATING 2026-01-02 18:05] a",
            zone: "Europe/Berlin"
        )
        #expect(told == ["2026-01-02T17:05:00Z investigating a", "2026-01-02T17:45:00Z resolved b"])
    }

    @Test func equalInstantsWrittenInTwoZonesKeepTheFilesOrder() throws {
        let told = try updates(
            "[INVESTIGATING 2026-01-02 18:05] a\n\n[IDENTIFIED 2026-01-02T17:05Z] b\n\n[RESOLVED 17:15 UTC] c",
            zone: "Europe/Berlin"
        )
        #expect(told.map { $0.suffix(1) } == ["a", "b", "c"])
    }

    @Test func equalTimesInAFileFromTheEndOnAreReversed() throws {
        let told = try updates(
            "[RESOLVED 2026-01-02 17:15] c\n\n[IDENTIFIED 2026-01-02 17:05] b\n\n[INVESTIGATING 2026-01-02 17:05] a",
            zone: "UTC"
        )
        #expect(told.map { $0.suffix(1) } == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("RESOLVED", "INVESTIGATING", ["b", "a"]), ("INVESTIGATING", "RESOLVED", ["a", "b"]),
        ("UPDATE", "INVESTIGATING", ["b", "a"]), ("IDENTIFIED", "RESOLVED", ["a", "b"]),
    ])
    func ofEqualTimesAlonePhasesTellTheDirection(first: String, second: String, order: [String]) throws {
        let told = try updates("[\(first) 2026-01-02 17:05] a\n\n[\(second) 2026-01-02 17:05] b", zone: "UTC")
        #expect(told.map { String($0.suffix(1)) } == order)
    }

    /// One slip in a long file does not turn it round: three steps go on, one goes back.
    @Test func mostStepsTellTheDirection() throws {
        let site = try SampleSite()
        let body = ["17:05", "17:10", "17:20", "17:30", "17:00"].enumerated()
            .map { "[\($0 == 4 ? "RESOLVED" : "IDENTIFIED") 2026-01-02 \($1)] \($0)" }
            .joined(separator: "\n\n")
        #expect(site.told(record(body)) == ["15:11 warning mixed-order"])
    }

    @Test func fileThatTellsTheEndFirstDatesEveryUpdate() throws {
        let site = try SampleSite()
        let body =
            "[RESOLVED 2026-01-02 17:45] b\n\n[MONITORING 2026-01-02 17:30] x\n\n[INVESTIGATING 17:05] a"
        let found = site.read(record(body)).diagnostics
        #expect(found.map(\.summary) == ["11:16 error time-needs-date"])
        #expect(found.first?.hint == "add the date to every update: `[INVESTIGATING 2026-01-02 17:05] a`")
    }

    /// Valid records in any zone: what was made oldest first is read as it was made, whichever way the file
    /// runs, however each time is written, and with as many equal times as come.
    @Test(arguments: ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
    func whateverIsWrittenIsReadInItsOrder(zone: String) throws {
        var noise = Noise(seed: 20_260_102)
        let clock = try #require(Zone(identifier: zone))
        for _ in 0..<150 {
            // Days in February and June, when no clock changes, and within a day of the start.
            let start =
                (Bool.random(using: &noise) ? 1_770_000_000 : 1_781_000_040) + 60
                * Int.random(in: 0..<5_000, using: &noise)
            var at = start
            let count = 2 + Int.random(in: 0..<7, using: &noise)
            let made: [(at: Int, phase: String)] = (0..<count).map { index in
                at += 60 * [0, 0, 1, 17, 50][Int.random(in: 0..<5, using: &noise)]
                return (at, index == 0 ? "INVESTIGATING" : index == count - 1 ? "RESOLVED" : "IDENTIFIED")
            }
            let isNewestFirst = Bool.random(using: &noise)
            let written = made.enumerated().map { index, update in
                let time = Self.written(
                    update.at,
                    in: clock,
                    form: Int.random(in: 0..<(isNewestFirst ? 4 : 6), using: &noise)
                )
                return "[\(update.phase) \(time)] u\(index)"
            }
            let body = (isNewestFirst ? written.reversed() : written).joined(separator: "\n\n")
            let first = Instant(seconds: start)
            let text =
                "---\ntitle: Slow\nseverity: SEV-2\ncomponents: {web: partial}\nstarted: \(first)\n---\n\(body)\n"
            var site = try SampleSite(zone: zone)
            site.now = Instant(seconds: 1_800_000_000)
            let parsed = site.read(text)
            guard let incident = parsed.record else {
                Issue.record("\(text)\n\(parsed.diagnostics.map(\.summary))")
                continue
            }
            let told = incident.updates.map { "\($0.at.seconds) \($0.prose.text)" }
            #expect(told == made.enumerated().map { "\($1.at) u\($0)" }, "\(text)")
            #expect(!parsed.diagnostics.contains { $0.id == .mixedOrder }, "\(text)")
        }
    }

    /// An instant in one of the forms of a time: with an offset of its own, in UTC, or as the site's clocks
    /// show it; the last two without a day.
    private static func written(_ seconds: Int, in clock: Zone, form: Int) -> String {
        let instant = Instant(seconds: seconds)
        let (day, time) = clock.local(instant)
        switch form {
        case 0: return "\(instant)"
        case 1: return "\(day) \(time)"
        case 2:
            let (day, time) = Zone(name: "", offset: 19_800).local(instant)
            return "\(day)T\(time)+05:30"
        case 3: return "\(Zone.utc.local(instant).day) \(Zone.utc.local(instant).time) UTC"
        case 4: return "\(time)"
        default: return "\(Zone.utc.local(instant).time) UTC"
        }
    }
}
