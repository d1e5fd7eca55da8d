import StatusModel
import Testing

@testable import Records

/// What a bracket at the beginning of a line is.
@Suite struct PhaseMarkerTests {
    @Test(arguments: [
        ("[INVESTIGATING] x", Phase?.some(.investigating), String?.none),
        ("[identified 17:15 UTC]", .identified, "17:15 UTC"),
        ("[MITIGATING]", .identified, nil), ("[Mitigated]", .monitoring, nil),
        ("[IN PROGRESS]", .inProgress, nil),
        ("[in-progress 2026-01-02 17:15]", .inProgress, "2026-01-02 17:15"),
        ("[IN_PROGRESS]", .inProgress, nil),
        ("[CANCELED]", .cancelled, nil), ("[ RESOLVED ]", .resolved, nil),
        ("[RESOLVED - 17:45]", .resolved, "17:45"),
        ("[UPDATE 17:45]", nil, "17:45"),
    ])
    func phaseIsReadInAnyCase(line: String, phase: Phase?, time: String?) throws {
        guard case .marker(let marker) = PhaseMarker.read(line) else { throw Missing() }
        #expect(marker.phase == phase)
        #expect(marker.time == time)
        #expect(line.hasPrefix(marker.bracket) && marker.bracket.hasSuffix("]"))
    }

    @Test(arguments: [
        "[Note] x", "[1]", "[x] done", "[ ] open", "x [RESOLVED]", "[RESOLVED", "[]", "[P1] x", "[OPS-12] x",
        "[" + String(repeating: "A", count: 1_000) + "]",
    ])
    func otherBracketsAreText(line: String) { #expect(PhaseMarker.read(line) == .text) }

    @Test(arguments: [
        ("[RESOVLED]", String?.some("RESOLVED")), ("[Resolvd 17:45]", "RESOLVED"),
        ("[IDENTIFED]", "IDENTIFIED"), ("[Updates]", "UPDATE"),
        ("[RESOLVED today]", "RESOLVED"), ("[FIXED]", nil), ("[NB]", nil), ("[ALL CLEAR]", nil),
        ("[DONE 17:45]", nil),
    ])
    func slipNamesWhatWasMeant(line: String, meant: String?) throws {
        guard case .mistake(_, _, let nearest) = PhaseMarker.read(line) else { throw Missing() }
        #expect(nearest == meant)
    }

    struct Missing: Error {}
}
