import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Maintenance as calendars read it.
@Suite struct CalendarTests {
    @Test func aWindowIsAnEventInUTC() throws {
        var window = sweep()
        window.updates = [
            Sample.update(.scheduled, "2026-11-10T08:30", "Once a year, as ever."),
            Sample.update(.scheduled, "2026-11-12T08:30", "Bring gloves; brooms, too."),
        ]
        #expect(
            try lines(of: window) == [
                "BEGIN:VEVENT", "UID:sweep@status.example.com", "DTSTAMP:20261112T083000Z", "SEQUENCE:2",
                "STATUS:CONFIRMED", "DTSTART:20261122T090000Z", "DTEND:20261122T103000Z", "SUMMARY:Sweep",
                "DESCRIPTION:Shop: Maintenance\\n\\nScheduled\\, 12 Nov 2026\\, 08:30 UTC\\nBring "
                    + "gloves\\; brooms\\, too.",
                "URL:https://status.example.com/incidents/sweep.html", "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        )
    }

    @Test func theClockChangesNothingThatTheRecordDoesNot() throws {
        #expect(try text(of: sweep()) == text(of: sweep(), now: Sample.now + 86_400))
    }

    @Test func cancelledMaintenanceKeepsItsTimeAndSaysSo() throws {
        var window = sweep()
        window.updates = [Sample.update(.cancelled, "2026-11-19T08:00", "Another day.")]
        let lines = try lines(of: window)
        #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:1"))
        #expect(lines.contains("DTSTART:20261122T090000Z") && lines.contains("DTEND:20261122T103000Z"))
    }

    @Test func anUpdateMovesTheEnd() throws {
        var window = sweep()
        window.updates = [Sample.update(.scheduled, "2026-11-19T08:00", "It takes longer.")]
        window.updates[0].until = Sample.at("2026-11-22T13:00")
        #expect(try lines(of: window).contains("DTEND:20261122T130000Z"))
    }

    @Test func aNewNameKeepsTheEvent() throws {
        var window = sweep()
        window.slug = "broom"
        window.aliases = ["sweep"]
        #expect(try lines(of: window).contains("UID:sweep@status.example.com"))
    }

    @Test func longLinesAreFoldedBetweenCharacters() throws {
        var window = sweep()
        // Of four bytes each, so that no line can be filled to its last byte.
        window.title = String(repeating: "🧹", count: 60)
        let text = try text(of: window)
        #expect(text.hasSuffix("\r\n") && !text.replacing("\r\n", with: "").contains { $0.isNewline })
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        // 75 − 8 of "SUMMARY:" leave 67 bytes: 16 characters; further lines have 74: 18 each.
        let start = try #require(lines.firstIndex { $0.hasPrefix("SUMMARY:") })
        #expect(lines[start].count == 8 + 16)
        #expect(lines[start + 1] == " " + String(repeating: "🧹", count: 18))
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(window.title)\r\n"))
    }

    @Test func whatAValueMayNotHoldIsWrittenInLettersOrLeftOut() {
        var calendar = CalendarWriter()
        calendar.property("X", text: "a\\b;c,d\r\ne\u{0}\u{7}f\"g:h")
        #expect(calendar.bytes == Array("X:a\\\\b\\;c\\,d\\nef\"g:h\r\n".utf8))
    }

    @Test func aCalendarWithoutMaintenanceIsStillOne() throws {
        let text = try RenderedSite(Sample.empty)["calendar.ics"]
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n") && !text.contains("VEVENT"))
    }
}

private extension CalendarTests {
    func sweep() -> Record {
        Sample.record("sweep", "Sweep").maintenance(
            from: Sample.at("2026-11-22T09:00"),
            until: Sample.at("2026-11-22T10:30"),
            components: [StatusChange(1, .underMaintenance)]
        )
    }

    func text(of window: Record, now: Instant = Sample.now) throws -> String {
        var page = Sample.empty
        page.maintenance = [window]
        return try RenderedSite(page, now: now)["calendar.ics"]
    }

    /// The event's lines, unfolded.
    func lines(of window: Record) throws -> [String] {
        let lines = try text(of: window).replacing("\r\n ", with: "").split(separator: "\r\n").map(
            String.init
        )
        let (start, end) = (lines.firstIndex(of: "BEGIN:VEVENT"), lines.lastIndex(of: "END:VEVENT"))
        return Array(lines[try #require(start)...(try #require(end))])
    }
}
