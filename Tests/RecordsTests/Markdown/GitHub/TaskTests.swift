import StatusModel
import Testing

@testable import Records

/// Tasks in lists: boxes that nobody can tick, each with its text as its label.
@Suite struct TaskTests {
    private let open = "<li><label><input type=\"checkbox\" disabled /> "
    private let done = "<li><label><input type=\"checkbox\" checked disabled /> "

    @Test func taskHasABoxThatItsTextNames() {
        #expect(
            gitHubHTML("- [ ] a\n- [x] b *c*\n- [X] d").onOneLine
                == "<ul>\(open)a</label></li>\(done)b <em>c</em></label></li>\(done)d</label></li></ul>"
        )
        #expect(
            gitHubHTML("1. [ ] a\n   - [x] b").onOneLine
                == "<ol>\(open)a</label><ul>\(done)b</label></li></ul></li></ol>"
        )
    }

    @Test func textOfSeveralBlocksIsLabelledByItsFirst() {
        #expect(
            gitHubHTML("- [x] a\n\n  b").onOneLine
                == "<ul><li><p><label><input type=\"checkbox\" checked disabled /> a</label></p><p>b</p></li></ul>"
        )
    }

    @Test(arguments: [
        "- [x]a", "- [ ]", "- \\[ ] a", "- \\[x] a", "[ ] a", "- > [ ] a", "- a [ ] b", "- [y] a",
        "- `[ ] a`",
    ])
    func whatIsNoTaskHasNoBox(markdown: String) {
        #expect(!gitHubHTML(markdown).contains("<input"))
    }

    @Test func textAndMailsSayWhatIsDone() throws {
        let prose = try SampleSite().incident("[RESOLVED 17:00] To do:\n\n- [ ] a\n- [x] b").updates[0]
            .prose
        #expect(prose.text == "To do:\n\n- [ ] a\n- [x] b")
        #expect(
            prose.html(root: "").onOneLine
                == "<p>To do:</p><ul>\(open)a</label></li>\(done)b</label></li></ul>"
        )
        #expect(
            prose.htmlForReaders(root: "").onOneLine
                == "<p>To do:</p><ul><li><label>\u{2610} a</label></li><li><label>\u{2611} b</label></li></ul>"
        )
    }

    @Test func actionItemsAreReadAsBefore() throws {
        let incident = try SampleSite().incident(
            "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## Prevention\n\n- [ ] ~~Add~~ an alarm (Due: 2026-01-09)\n- [x] See https://a.example"
        )
        let items = incident.postMortem?.actionItems ?? []
        #expect(items.map(\.text) == ["~~Add~~ an alarm", "See https://a.example"])
        #expect(items.map(\.isDone) == [false, true])
    }
}
