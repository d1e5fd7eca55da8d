import Testing

@testable import StatusSite

@Suite struct MessageCutTests {
    /// The text has 100 characters and the title 10; the timeline has 30, and all that is behind it 20.
    private func message(within limit: Int, least: Int) -> String {
        var limits = MessageLimits()
        limits.whole = .init(limit: limit, fits: { $0.utf8.count <= limit }, least: least)
        let text = String(repeating: "t", count: 100)
        let title = String(repeating: "T", count: 10)
        return MessageCut(limits: limits) { limits in
            String(title.prefix(limits.title)) + String(text.prefix(limits.text))
                + (limits.omitted.contains(.timeline) ? "" : String(repeating: "l", count: 30))
                + (limits.omitted.contains(.when) ? "" : String(repeating: "w", count: 20))
        }.message
    }

    @Test(arguments: [
        // All of it is 160.
        (160, 50, "T10 t100 l30 w20"), (159, 50, "T10 t99 l30 w20"), (110, 50, "T10 t50 l30 w20"),
        // Less than the least, and the timeline goes; then there is room for more of the text.
        (109, 50, "T10 t79 w20"), (80, 50, "T10 t50 w20"), (79, 50, "T10 t69"), (60, 50, "T10 t50"),
        (59, 50, "T10 t49"), (10, 50, "T10"), (9, 50, "T9"), (130, 0, "T10 t70 l30 w20"),
    ]) func leastImportantGoesFirst(limit: Int, least: Int, expected: String) {
        var runs: [(Character, Int)] = []
        for letter in message(within: limit, least: least) {
            if runs.last?.0 == letter { runs[runs.count - 1].1 += 1 } else { runs.append((letter, 1)) }
        }
        #expect(runs.map { "\($0.0)\($0.1)" }.joined(separator: " ") == expected)
    }

    /// Not only with the phase and the link: what says which component it is outlives what was done.
    @Test func partsHaveAnOrder() {
        let order = MessagePart.allCases
        let names: [MessagePart] = [.siteTitle, .timeline, .internals, .fix, .affected, .when]
        #expect(names == order.filter { names.contains($0) })
    }

    @Test(arguments: [
        ("One is here. Two is here.", 20, "One is here. …"), ("One is here. Two.", 17, "One is here. Two."),
        // No sentence, or too little of one.
        ("One two three four", 12, "One two…"), ("A b. One two three four five", 20, "A b. One two three…"),
        ("- one\n- two\n- three", 15, "- one\n- two …"), ("一つ目です。二つ目です。三つ目", 13, "一つ目です。 …"),
        ("Am 1. Dez. 2026 um 22 Uhr wird gearbeitet", 25, "Am 1. Dez. 2026 um 22…"),
        ("One is here. Two", 1, "…"), ("One is here. Two", 0, ""), ("", 0, ""),
    ]) func textsAreCutBehindASentence(text: String, limit: Int, expected: String) {
        #expect(text.cutAtSentence(to: limit) { $0.utf16.count } == expected)
    }
}
