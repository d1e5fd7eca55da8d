import Testing

@testable import Records

/// Lengths of time as people write them in a text, in minutes.
@Suite struct StatedLengthTests {
    @Test(arguments: [
        ("45 minutes", 45), ("1 h 20 min", 80), ("1h20m", 80), ("0:45", 45), ("~45 min", 45), ("1:20 h", 80),
        ("about 45 minutes", 45), ("Approximately 1 hour and 20 minutes", 80), ("1 hour, 20 minutes.", 80),
        ("2.5 hours", 150), ("90 s", 1), ("1 d 2 h", 1_560), ("0 min", 0), ("1:20:30", 80),
        ("45 min (17:00 to 17:45 UTC)", 45), ("\u{2248} 45m", 45),
    ])
    func lengthIsRead(text: String, minutes: Int) throws {
        #expect(try #require(StatedLength(text)).seconds / 60 == minutes)
    }

    /// Two readings, or more than a length: text.
    @Test(arguments: [
        "", "none", "45", "45 minutes for the API", "20 min 1 h", "45 min 45 min", "99:30", "0:75",
        "from 17:00 to 17:45", "1,5 hours", "45 minuten", "1.25 h", "-45 min", "99999999999 h",
    ])
    func anythingElseIsText(text: String) { #expect(StatedLength(text) == nil) }

    @Test(arguments: [
        (0, "0 min"), (59, "59 s"), (2_820, "47 min"), (4_800, "1 h 20 min"), (4_805, "1 h 20 min 5 s"),
        (86_400, "1 d"), (200_000, "2 d 7 h 33 min 20 s"),
    ])
    func lengthIsWrittenAsItIsRead(seconds: Int, text: String) {
        #expect(StatedLength(seconds: seconds).description == text)
        #expect(StatedLength(text)?.seconds == seconds)
    }
}
