import Diagnostics
import Testing

@testable import Records

/// Files as they come out of bad merges, bad keyboards and bad disks: never a trap, never a place outside.
@Suite struct FuzzTests {
    static let record = """
        ---
        title: "Slow — since 16:58"
        severity: SEV-2
        components: {web: partial, story-api: major}
        started: 2026-01-02 16:58
        impact:
          users: "1,200"
        internal: {lead: Ada, channel: '#inc'}
        tags: [database, größe]
        related:
          - other
        ---
        Found in a *test*, see [that](other.md) and ![graph](graph.png).

        [INVESTIGATING 17:05 UTC] Slow. Vec<String>
        Components: web operational since 17:00, story-api degraded
        Next update: 15m

        ## [IDENTIFIED] 2026-01-02 17:15 UTC

        - one
        - two
        Updated: 17:16

        > quoted
        ETA: 1h

        ```
        [RESOLVED]
        ```

        [MITIGATED 17:30] Better
        ---
        [RESOLVED]: lost
        [RESOLVED 18:00] Over.

        # Post-mortem: why
        Published: 2026-01-04
        Visibility: internal

        ## Timeline
        - 17:10 UTC: It *began*

        ## Action items
        1. [ ] Add an alarm (Owner: Data team, Due: 2026-01-09, Ticket: OPS-12)
        - [x] Add it - Owner: Jane - Due: 2026-01-10
        """

    @Test(.timeLimit(.minutes(5)), arguments: 0..<8)
    func mutatedRecordIsReadAndEveryPlaceLiesInIt(seed: UInt64) throws {
        let site = try SampleSite(zone: "Europe/Berlin").askingAll
        var noise = Noise(seed: seed)
        for _ in 0..<500 {
            let bytes = noise.mutation(of: Array(Self.record.utf8))
            let parsed = site.read(bytes)
            let found = Findings()
            _ = SiteAssembly(of: [parsed], configuration: site.configuration, into: found)
            #expect(placesLie(within: bytes, found.all), "\(bytes)")
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: 0..<4)
    func mutatedConfigurationIsReadAndEveryPlaceLiesInIt(seed: UInt64) {
        var noise = Noise(seed: 1_000 + seed)
        for _ in 0..<500 {
            let bytes = noise.mutation(of: Array(ConfigurationTests.whole.utf8))
            let found = Findings()
            let read = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: found)
            #expect(placesLie(within: bytes, found.all), "\(bytes)")
            #expect((read == nil) == found.hasErrors, "\(bytes)")
        }
    }

    @Test func everyBeginningOfARecordIsRead() throws {
        let site = try SampleSite().askingAll
        let bytes = Array(Self.record.utf8)
        for count in 0...bytes.count {
            let start = Array(bytes.prefix(count))
            #expect(placesLie(within: start, site.read(start).diagnostics), "\(count)")
        }
    }
}
