import Diagnostics
import Testing

@testable import StatusSite

/// What the Mustache specification says of white space around tags that have a line for themselves.
@Suite struct StandaloneTagTests {
    private let page = ShelfPage(
        title: "T",
        note: nil,
        body: "<i>\n<b>",
        books: [BookContext(name: "a"), BookContext(name: "b")]
    )

    @Test(arguments: [
        // A line of its own leaves nothing, wherever in the text it is, and however it ends.
        ("x\n{{#isOpen}}\ny\n{{/isOpen}}\nz\n", "x\ny\nz\n"),
        ("  {{#isOpen}}\ny\n\t{{/isOpen}} \nz", "y\nz"),
        ("{{#isOpen}}\r\ny\r\n{{/isOpen}}\r\nz", "y\r\nz"),
        ("y\n  {{#isOpen}}{{/isOpen}}\n", "y\n  \n"),
        ("y\n{{^isOpen}}\nn\n{{/isOpen}}", "y\n"),
        ("x\n  {{! a\n  remark }}\nz", "x\nz"),
        ("{{! a remark }}", ""),
        // What writes something, or shares its line, leaves the line as it is.
        ("  {{title}}\n", "  T\n"), ("x {{#isOpen}} y {{/isOpen}}\n", "x  y \n"),
        ("  {{! a }} {{! b }}\nx", "   \nx"), ("{{#isOpen}}x\n{{/isOpen}}\ny", "x\ny"),
        ("x{{! a }}\ny", "x\ny"), ("  {{@phase.resolved}}\n", "  Resolved\n"),
        ("{{#isOpen}}\ry", "section is open"),
        // Lists repeat what stands between.
        ("<ul>\n  {{#books}}\n  <li>{{name}}\n  {{/books}}\n</ul>", "<ul>\n  <li>a\n  <li>b\n</ul>"),
    ])
    func lineOfATagAloneLeavesNothing(template: String, expected: String) {
        guard expected != "section is open" else {
            // A carriage return alone ends no line.
            return #expect(rendered(template + "{{/isOpen}}", page) == "\ry")
        }
        #expect(rendered(template, page) == expected)
    }

    @Test(arguments: [
        ("x\n  {{>part}}\nz\n", "1\n2\n", "x\n  1\n  2\nz\n"),
        ("x\n  {{>part}}\nz\n", "1\n2", "x\n  1\n  2z\n"),
        ("x\n  {{>part}}", "1\n\n2\n", "x\n  1\n  \n  2\n"),
        ("x {{>part}}\nz", "1\n2\n", "x 1\n2\n\nz"),
        ("\t{{>part}}\r\nz", "1\r\n", "\t1\r\nz"),
        // Lines of values are not the template's.
        (" {{>part}}\n", "{{{body}}}\n|\n", " <i>\n<b>\n |\n"),
        // Tags of a part that have their lines for themselves leave nothing there either.
        (" {{>part}}\n", "{{#isOpen}}\n1\n{{/isOpen}}\n2\n", " 1\n 2\n"),
        (" {{>part}}\n", "{{#isOpen}}1{{/isOpen}}\n{{^isOpen}}2{{/isOpen}}\n", " 1\n \n"),
        (" {{>part}}\n", "{{title}}{{title}}\n{{@phase.resolved}}\n", " TT\n Resolved\n"),
    ])
    func linesOfAPartStandAsFarInAsItsTag(template: String, part: String, expected: String) {
        #expect(rendered(template, page, with: ["part": part]) == expected)
    }

    @Test func partsWithinALineStandAsTheyAreHoweverFarInTheLineStands() {
        let parts = ["outer": "a {{>inner}} z\n{{>inner}} q\n{{>inner}}\n", "inner": "1\n2"]
        #expect(rendered("[\n  {{>outer}}\n]\n", with: parts) == "[\n  a 1\n2 z\n  1\n2 q\n  1\n  2]\n")
    }

    @Test func partsOfPartsStandFurtherIn() {
        let parts = ["outer": "<\n {{>inner}}\n>\n", "inner": "1\n2\n"]
        #expect(rendered(" {{>outer}}\n", with: parts) == " <\n  1\n  2\n >\n")
    }
}

/// What an author, or an attacker, can make large.
@Suite struct LargeTemplateTests {
    @Test(.timeLimit(.minutes(1))) func sectionsPartsAndMistakesAreReadToTheirEnd() {
        let count = 20_000
        let sections = String(repeating: "{{#isOpen}}\n{{#books}}x{{/books}}\n{{/isOpen}}\n", count: count)
        #expect(rendered(sections, ShelfPage(books: [BookContext(name: "a")])).utf8.count == 2 * count)
        let parts = String(repeating: "{{>part}}", count: count)
        #expect(
            rendered(parts, with: ["part": "{{title}}"]).utf8.count == count
                * "Poems &amp; &lt;plays&gt;".utf8.count
        )
        #expect(mistakes(in: String(repeating: "{{titel}}", count: 2_000)).count == 2_000)
        _ = mistakes(in: String(repeating: "{{#isOpen}}", count: count))
        // Each of them is told with the one line that all stand on.
        let unopened = Findings()
        _ = shelf(String(repeating: "{{/isOpen}}", count: count), with: [:], into: unopened)
        #expect(TerminalFormat(colors: false).text(for: unopened.all).utf8.count > count)
        let unmatched =
            String(repeating: "{{#isOpen}}", count: count) + String(repeating: "{{/books}}", count: count)
        #expect(mistakes(in: unmatched).count >= 2 * count)
        _ = mistakes(in: String(repeating: "{{", count: count) + String(repeating: "  ", count: count))
    }

    @Test(.timeLimit(.minutes(1))) func partsThatDoubleAreRefusedByTheSizeTheyComeTo() {
        let doubling = (0..<20).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") } + [("p20", "0123456789")]
        #expect(
            mistakes(in: "{{>p0}}", with: Dictionary(uniqueKeysWithValues: doubling)) == [
                "shelf.mustache:1:1 template-syntax: the template, with everything it includes, is larger than 4 MiB"
            ]
        )
        let indented = ["part": String(repeating: "\n", count: 100_000) + "x"]
        #expect(
            mistakes(in: String(repeating: " ", count: 100_000) + "{{>part}}", with: indented).count == 1
        )
        let empty = ["part": String(repeating: "{{>none}}\n", count: 10_000), "none": ""]
        #expect(mistakes(in: String(repeating: " ", count: 10_000) + "{{>part}}", with: empty).count == 1)
    }
}
