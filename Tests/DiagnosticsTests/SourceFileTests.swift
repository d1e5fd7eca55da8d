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

    /// Places are those of the file as it stands: `a•b•\r•\n•c` with bytes left out where the dots are.
    @Test(arguments: [(0, 1, 1), (1, 1, 3), (2, 1, 5), (3, 2, 2), (4, 3, 2), (5, 3, 3)])
    func placeInAFileOfWhichBytesAreLeftOut(offset: Int, line: Int, column: Int) {
        let whole = SourceFile(path: "a.md", bytes: Array("a\u{1}b\u{2}\r\u{3}\n\u{4}c".utf8))
        let left = SourceFile(whole, leavingOut: [1..<2, 3..<4, 5..<6, 7..<8])
        #expect(left.bytes == Array("ab\n\nc".utf8))
        let place = left.location(of: offset..<offset + 1)
        #expect((place.line, place.column) == (line, column))
    }

    /// All short texts of a letter, both ends of lines and a character that is left out: each byte stays on its line.
    @Test func linesStayWhateverIsLeftOut() {
        for number in 0..<(1 << 12) {
            let bytes = (0..<6).map { Array("a\r\n\u{1}".utf8)[number >> (2 * $0) & 3] }
            let whole = SourceFile(path: "a.md", bytes: bytes)
            let left = SourceFile(
                whole,
                leavingOut: bytes.indices.filter { bytes[$0] == 1 }.map { $0..<$0 + 1 }
            )
            let alone = SourceFile(path: "a.md", bytes: left.bytes)
            for offset in left.bytes.indices {
                let (place, read) = (left.location(of: offset..<offset), alone.location(of: offset..<offset))
                #expect(place.line == read.line, "\(bytes), byte \(offset)")
            }
        }
    }

    @Test func whatIsLeftOutBetweenBelongsToALength() {
        let whole = SourceFile(path: "a.md", bytes: Array("ab\u{1}\u{2}cd\u{3}".utf8))
        let left = SourceFile(whole, leavingOut: [2..<3, 3..<4, 6..<7])
        #expect(left.bytes == Array("abcd".utf8))
        #expect(left.location(of: 1..<3).length == 4)
        #expect(left.location(of: 2..<4).length == 2)
        #expect(left.location(of: 1..<2).length == 1)
        #expect(left.location(of: 1..<2).excerpt == "ab\u{1}\u{2}cd\u{3}")
    }

    @Test(arguments: [(0, "\u{1}-ab\u{2}"), (1, "\u{1}a-b\u{2}"), (2, "\u{1}ab\u{2}-")])
    func textIsPutIntoTheFileAsItStands(offset: Int, expected: String) {
        let whole = SourceFile(path: "a.md", bytes: Array("\u{1}ab\u{2}".utf8))
        let left = SourceFile(whole, leavingOut: [0..<1, 3..<4])
        #expect(String(decoding: left.inserting("-", at: offset).bytes, as: UTF8.self) == expected)
    }
}
