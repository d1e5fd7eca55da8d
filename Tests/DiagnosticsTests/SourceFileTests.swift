import Diagnostics
import Testing

/// Offsets become lines and columns as editors count them.
@Suite struct SourceFileTests {
    private func place(_ text: String, _ range: Range<Int>) -> Diagnostics.SourceLocation {
        SourceFile(path: "a.md", bytes: Array(text.utf8)).location(of: range)
    }

    @Test(arguments: [
        ("ab\ncd", 0, 1, 1), ("ab\ncd", 1, 1, 2), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1),
        ("ab\ncd", 5, 2, 3),
        ("ab\ncd\n", 6, 3, 1), ("a\r\nb", 1, 1, 2), ("a\r\nb", 2, 1, 2), ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1),
        ("a\r\rb", 3, 3, 1), ("", 0, 1, 1), ("", 9, 1, 1), ("ab", 9, 1, 3), ("\u{FEFF}ab", 0, 1, 1),
        ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("öb", 2, 1, 3), ("\n\n", 1, 2, 1),
    ])
    func offsetIsALineAndAColumnOfBytes(text: String, offset: Int, line: Int, column: Int) {
        let place = place(text, offset..<offset + 1)
        #expect((place.line, place.column) == (line, column))
    }

    @Test func lineIsKeptWithoutItsEndAndMark() {
        #expect(place("\u{FEFF}ab\r\ncd", 0..<1).excerpt == "ab")
        #expect(place("ab\r\ncd\r", 4..<5).excerpt == "cd")
        #expect(place("ab\n\ncd", 3..<4).excerpt == "")
    }

    @Test func lengthEndsWithTheLineAndIsNeverNothing() {
        #expect(place("abc\ndef", 1..<6).length == 2)
        #expect(place("abc", 1..<1).length == 1)
        #expect(place("abc", 7..<9).length == 1)
    }

    @Test(.timeLimit(.minutes(1))) func thousandsOfPlacesInAnEndlessLineAreFound() {
        let file = SourceFile(path: "a.md", bytes: [UInt8](repeating: 0x61, count: 1 << 20))
        let places = (0..<2_000).map { file.location(of: $0 * 500..<$0 * 500 + 1) }
        #expect(places.last?.column == 999_501)
    }
}
