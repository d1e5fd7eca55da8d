import StatusModel
import Testing

@testable import StatusSite

/// What was said, on one line.
@Suite struct ProseLineTests {
    private let words = Localizer(of: Sample.empty, in: .english)

    @Test(arguments: [
        ("- uploads arrive\n- videos will start", "uploads arrive; videos will start"),
        ("We know:\n\n- one\n  of them\n- two.\n- three\n\nMore.", "We know: one of them; two. three; More."),
        ("1. first\n2. second (or not)\n3. third", "1. first; 2. second (or not); 3. third"),
        ("- outer\n  - inner", "outer; inner"), ("One\nline\n\nand another", "One line and another"),
        ("a - b\n- c", "a - b; c"), ("- ", ""), ("", ""),
    ])
    func itemsAreToldApart(text: String, line: String) {
        #expect(words.line(of: prose(text), within: 300) == line)
    }

    @Test(arguments: [
        ("An index is missing. We put it back.\n\n- one", "An index is missing."),
        ("It is slow, e.g. in Oregon. More.", "It is slow, e.g. in Oregon."),
        ("Version 2.1 is back.\n\n- One", "Version 2.1 is back."),
        ("We know:\n\n- one\n- two\n\nIt is late. More.", "We know: one; two; It is late."),
        ("- one\n- two is enough. Three", "one; two is enough."), ("Really? Yes.", "Really?"),
        ("1. Restart it. Wait.\n2. Look", "1. Restart it."),
        ("オーブンが冷たい。直します。", "オーブンが冷たい。"), ("No end", "No end"), ("", ""),
    ])
    func firstSentenceIsAllThatATimelineSays(text: String, sentence: String) {
        #expect(words.firstSentence(of: prose(text), within: 160) == sentence)
    }

    @Test func longLinesEndWithAWholeWord() {
        #expect(words.line(of: prose("- one two\n- three"), within: 9) == "one two;\u{2026}")
        #expect(words.firstSentence(of: prose("One two three four."), within: 9) == "One two\u{2026}")
    }

    private func prose(_ text: String) -> Prose { Prose(html: ["<p></p>\n"], text: text) }
}
