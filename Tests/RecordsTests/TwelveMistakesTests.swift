import Diagnostics
import Testing

@testable import Records

/// A file is read to its end, and every mistake in it is told at once.
@Suite struct TwelveMistakesTests {
    @Test func fileWithTwelveDifferentMistakesReportsThemAllWithTheirColumns() throws {
        let record = """
            ---
            title: Slow
            severity: SEV-9
            components:
              wbe: partial
              story-api: brokn
            started: 2026-02-30T10:00Z
            detected: 2026-01-02
            tikcet: OPS-1
            related: [nowhere]
            links: ["ftp://example.com"]
            ---

            [INVESTIGTING 10:05 UTC] Slow, see [this](gone.md).

            [IDENTIFIED] Found in a Vec<String>.
            Severity: SEV-77

            [MONITORING 2026-01-02 10:30 UTC] Watched.
            Next update: soonish
            """
        let found = try SampleSite().read(record).diagnostics.inOrder
        #expect(
            found.map(\.summary) == [
                "3:11 error unknown-severity", "5:3 error unknown-component", "6:14 error unknown-status",
                "7:10 error invalid-time", "8:11 error date-without-time", "9:1 warning unknown-key",
                "10:11 error unknown-record", "11:9 error unsafe-link", "14:1 error unknown-phase",
                "14:43 warning broken-link", "16:1 error missing-time", "16:28 warning raw-html",
                "17:11 error unknown-severity", "20:14 error invalid-time",
            ]
        )
        #expect(Set(found.map(\.id)).count == 12)
        #expect(found.allSatisfy { $0.hint?.isEmpty == false })
    }
}
