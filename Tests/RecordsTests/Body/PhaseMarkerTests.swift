import StatusModel
import Testing

@testable import Records

/// What a bracket at the beginning of a line is.
@Suite struct PhaseMarkerTests {
    @Test(arguments: [
        ("[INVESTIGATING] x", Phase?.some(.investigating), String?.none),
        ("[identified 17:15 UTC]", .identified, "17:15 UTC"),
        ("[MITIGATING]", .mitigating, nil), ("[Mitigated]", .monitoring, nil),
        ("[IN PROGRESS]", .inProgress, nil),
        ("[in-progress 2026-01-02 17:15]", .inProgress, "2026-01-02 17:15"),
        ("[IN_PROGRESS]", .inProgress, nil),
        ("[CANCELED]", .cancelled, nil), ("[ RESOLVED ]", .resolved, nil),
        ("[RESOLVED - 17:45]", .resolved, "17:45"),
        ("[UPDATE 17:45]", nil, "17:45"),
    ])
    func phaseIsReadInAnyCase(line: String, phase: Phase?, time: String?) throws {
        let marker = try #require(PhaseMarker(line))
        #expect(marker.phase == phase)
        #expect(marker.time == time)
        #expect(line.hasPrefix(marker.bracket) && marker.bracket.hasSuffix("]"))
    }

    @Test(arguments: [
        "[Note] x", "[1]", "[x] done", "x [RESOLVED]", "[RESOLVED", "[]", "[RESOLVED 17:00 see [docs]",
        "(RESOLVED)", "［RESOLVED］", "[RESOVLED]", "[FIXED]", "[Behoben]",
    ])
    func otherLinesBeginNoUpdate(line: String) { #expect(PhaseMarker(line) == nil) }
}
