import Diagnostics
import Testing

/// What a person reads: the caret stands under the very word, whatever the line holds.
@Suite struct TerminalFormatTests {
    private func diagnostic(_ line: String, _ part: String, message: String = "no", hint: String? = nil)
        -> Diagnostic
    {
        let bytes = Array(line.utf8)
        let start =
            part.isEmpty ? bytes.count : (0..<bytes.count).first { bytes[$0...].starts(with: part.utf8) } ?? 0
        let place = SourceFile(path: "a.md", bytes: bytes).location(of: start..<start + part.utf8.count)
        return Diagnostic(.error, .unknownStatus, message, at: place, hint: hint)
    }

    private func lines(_ diagnostic: Diagnostic, colors: Bool = false) -> [String] {
        TerminalFormat(colors: colors).text(for: [diagnostic]).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        .map(String.init)
    }

    @Test func placeMessageLineCaretAndHintAreTold() {
        let lines = lines(
            diagnostic("web: brokn", "brokn", message: "unknown status `brokn`", hint: "write one")
        )
        #expect(
            lines == [
                "a.md:1:6: error: unknown status `brokn` [unknown-status]", "  1 | web: brokn",
                "    |      ^~~~~", "hint: write one", "", "",
            ]
        )
    }

    @Test(arguments: [
        ("\tweb: x", "x", "      ^"), ("日本: x", "x", "      ^"), ("日本: x", "本", "  ^~"),
        ("e\u{301}: x", "x", "   ^"),
        ("😀 x", "x", "   ^"), ("abc", "", "   ^"), ("ö x", "x", "  ^"),
    ])
    func caretStandsUnderTheWord(line: String, part: String, carets: String) {
        #expect(lines(diagnostic(line, part))[2] == "    | " + carets)
    }

    @Test func longLineIsCutAroundTheWord() {
        let line = String(repeating: "a", count: 5_000) + "HERE" + String(repeating: "b", count: 5_000)
        let told = lines(diagnostic(line, "HERE"))
        let (shown, carets) = (told[1].dropFirst(6), told[2].dropFirst(6))
        #expect(shown.count < 200 && shown.hasPrefix("…") && shown.hasSuffix("…"))
        let column = carets.prefix { $0 == " " }.count
        #expect(shown.dropFirst(column).hasPrefix("HERE"))
        #expect(carets.drop { $0 == " " } == "^~~~")
    }

    @Test func wordThatIsLongerThanTheWindowIsMarkedToItsEdge() {
        let told = lines(
            diagnostic(String(repeating: "a", count: 3_000), String(repeating: "a", count: 3_000))
        )
        #expect(told[1].count == told[2].count + 1)
    }

    @Test func cutNeverSplitsACharacter() {
        for shift in 0..<4 {
            let line =
                String(repeating: "x", count: shift) + String(repeating: "日", count: 400) + "HERE"
                + String(repeating: "日", count: 400)
            #expect(!lines(diagnostic(line, "HERE"))[1].contains("\u{FFFD}"))
        }
    }

    @Test(arguments: ["\u{1B}", "\u{7}", "\u{9B}", "\r", "\u{7F}", "\u{202E}", "\u{2066}", "\u{2028}", "\n"])
    func controlCharactersAreHarmless(character: String) {
        let place = Diagnostics.SourceLocation(
            path: "a\(character)",
            line: 1,
            column: 1,
            length: 1,
            excerpt: "x\(character)[31m"
        )
        let note = Diagnostic.Note("see \(character)", at: place)
        let told = Diagnostic(
            .error,
            .rawHTML,
            "bad \(character)",
            at: place,
            hint: "no \(character)",
            related: [note]
        )
        let text = TerminalFormat(colors: false).text(for: [told])
        #expect(text.split(separator: "\n").count == 7)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !character.unicodeScalars.contains($0) })
    }

    @Test func colorsComeOnlyWhereTheyAreAskedFor() {
        let told = diagnostic("web: brokn", "brokn", hint: "x")
        #expect(!TerminalFormat(colors: false).text(for: [told]).contains("\u{1B}"))
        let colored = TerminalFormat(colors: true).text(for: [told])
        #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
        let plain = colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(plain == TerminalFormat(colors: false).text(for: [told]))
    }

    @Test func notesShowTheirOwnLine() {
        let file = SourceFile(path: "a.md", bytes: Array("one\ntwo".utf8))
        let note = Diagnostic.Note("first here", at: file.location(of: 0..<3))
        let told = Diagnostic(.warning, .duplicateKey, "twice", at: file.location(of: 4..<7), related: [note])
        #expect(
            lines(told) == [
                "a.md:2:1: warning: twice [duplicate-key]", "  2 | two", "    | ^~~",
                "a.md:1:1: note: first here",
                "  1 | one", "    | ^~~", "", "",
            ]
        )
    }
}
