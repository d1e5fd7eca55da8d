import Foundation
import TestSupport
import Testing

@testable import Records

/// What GitHub's own program makes of the same Markdown, by its extensions for tables, addresses, struck text and
/// tasks. Debian has it as `cmark-gfm`.
@Suite struct CmarkGFMTests {
    static let program = "/usr/bin/cmark-gfm"
    static let isThere = FileManager.default.isExecutableFile(atPath: program)
    /// A checkout of github/cmark-gfm beside the project.
    static let checkout = CorpusTests.folder.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "cmark-gfm/test").path

    @Test(.enabled(if: isThere, "there is no cmark-gfm here"), arguments: GitHubExamples.all)
    func exampleIsReadAsByGitHub(markdown: String) throws {
        let (ours, theirs) = try Self.both(markdown)
        #expect(ours == theirs)
    }

    /// The examples of the extensions in the specification, and in the tests of the program.
    @Test(
        .enabled(
            if: isThere && FileManager.default.fileExists(atPath: checkout),
            "there is no checkout of cmark-gfm beside the project"
        ),
        arguments: [("spec.txt", true), ("extensions.txt", false)]
    )
    func examplesOfTheSpecificationAreReadAsByGitHub(file: String, namesExtensions: Bool) throws {
        let text = try String(contentsOfFile: Self.checkout + "/" + file, encoding: .utf8)
        let examples = text.matches(of: /`{32} example([a-z ]*)\n([\s\S]*?)\n\.\n/)
            .filter {
                !namesExtensions || [" table", " strikethrough", " autolink", " disabled"].contains($0.1)
            }
            .map { String($0.2).replacing("\u{2192}", with: "\t") + "\n" }
        let differing = try examples.filter(Self.differs)
        print("\(examples.count - differing.count) of \(examples.count) examples of \(file) agree")
        #expect(!examples.isEmpty)
    }

    static let corpora = CorpusTests.folder.path
    /// Texts of other teams' that hold what only GitHub's Markdown reads.
    static func texts() throws -> [String] {
        let files = FileManager.default.enumerator(atPath: corpora)?.compactMap { $0 as? String } ?? []
        return try files.sorted().filter { $0.hasSuffix(".md") && !$0.hasSuffix("INDEX.md") }.map { path in
            let text = String(
                decoding: try Data(contentsOf: URL(filePath: corpora + "/" + path)),
                as: UTF8.self
            )
            return text.replacing(/^(---|\+\+\+)\n[\s\S]*?\n(---|\+\+\+)\n/, with: "")
        }
        .filter { text in ["://", "www.", "~", "|", "[ ]", "[x]"].contains(where: text.contains) }
    }

    @Test(.enabled(if: isThere && CorpusTests.isThere, "there are no corpora, or no cmark-gfm"))
    func corporaAreReadAsByGitHub() throws {
        let texts = try Self.texts()
        let differing = try texts.filter(Self.differs)
        print("\(texts.count - differing.count) of \(texts.count) texts of the corpora agree")
        #expect(!texts.isEmpty)
        #expect(differing.isEmpty)
    }
}

extension CmarkGFMTests {
    private static func differs(_ markdown: String) throws -> Bool {
        let (ours, theirs) = try both(markdown)
        if ours != theirs { print("DIFFERS\n\(markdown)\nOURS \(ours)\nTHEIRS \(theirs)\n") }
        return ours != theirs
    }

    static func both(_ markdown: String) throws -> (ours: String, theirs: String) {
        (normalized(gitHubHTML(markdown)), normalized(try theirs(markdown)))
    }

    private static func theirs(_ markdown: String) throws -> String {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = ["table", "autolink", "strikethrough", "tasklist"].flatMap { ["-e", $0] }
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        input.fileHandleForWriting.write(Data(markdown.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: data, as: UTF8.self)
    }

    /// What differs on purpose is made the same: what a table scrolls in, labels, alignments, and addresses of mail
    /// and `ftp:`, which stay text.
    private static func normalized(_ html: String) -> String {
        html.replacing(/<div class="table"[^>]*>\n/, with: "").replacing("</table>\n</div>", with: "</table>")
            .replacing("<label>", with: "").replacing("</label>", with: "")
            .replacing("checked=\"\" disabled=\"\"", with: "checked disabled").replacing(
                "disabled=\"\"",
                with: "disabled"
            )
            .replacing(/<p>(<input[^>]*>)/) { "\($0.1)<p>" }.replacing(/(<input[^>]*>)\s*(<p>)?\s*/) {
                "\($0.1)\($0.2 ?? "")"
            }
            .replacing(/<(t[hd]) class="/) { "<\($0.1) align=\"" }
            .replacing(/<a href="(mailto|ftp):[^"]*">([^<]*)<\/a>/) { String($0.2) }
            .replacing(/>\s+</, with: "><")
    }
}

/// Examples of our own, in the order of what they show.
enum GitHubExamples {
    static let all = tables + addresses + struck + tasks

    static let tables = [
        "| Region | State |\n| --- | --- |\n| EU | down |\n| US | up |\n",
        "Region | State\n--- | ---\nEU | down\n", "| a |\n|---|\n",
        "| a | b |\n|:-|-:|\n| 1 |\n| 1 | 2 | 3 |\n",
        "text\n| a | b |\n|---|---|\n| 1 | 2 |\n\ntext\n", "a | b\n--|--\nc | d\n---\n",
        "a | b\n--|--\nc\n===\n    code\n",
        "a | b\n--|--\nc | d\n2. x\n", "> a | b\n> --|--\nc | d\n",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> x\n",
        "- | a | b |\n  |---|---|\n  | 1 | 2 |\n- y\n",
        "| `a\\|b` | \\| |\n|---|---|\n| `x` \\| y | **z** |\n",
        "| a \\\\| b |\n|---|---|\n", "`a | b`\n-|-\n`c | d`\n", "# a | b\n| - | - |\n", "a | b\n- | -\n",
        "| a | b |\n| - |\n| 1 | 2 |\n",
        "| a | b |\n|---|---|\n| [x] | [y](https://y.example) |\n\n[x]: https://x.example\n",
        "| a |\n| - |\n<b>x</b> | z\n\n| a |\n| - |\n> q\n", "|a|b|\n|-|-|\n|c|d|\n|||\n| | |\n",
        "| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |\n",
        "a | b\n-|-\n**x | y**\n_z | w_\n", "1. a\n\n   | b | c |\n   |---|---|\n   | d | e |\n\n2. f\n",
        "| a |\n| - |\nb\nc\n# d\n",
        "  | a | b |\n |---|---|\n   | 1 | 2 |\n", "| \u{C9} | 日本 |\n|---|---|\n| \u{1F600} | \u{E9} |\n",
        "a | b\r\n--|--\r\n1 | 2\r\n",
        "| a | b |\n|---|---|\n| &amp; | &lt; |\n| \\* | \\\\ |\n",
        "| ~~a~~ | https://b.example |\n|---|---|\n| www.c.example | ~d~ |\n",
    ]
    static let addresses = [
        "https://status.example.com is up.\n", "See (https://a.example/b_(c)) and https://d.example/e).\n",
        "www.example.com/a?b=c&d=e;\n", "http://localhost/x: https://a.b/?x&y &c\n",
        "HTTPS://A.EXAMPLE, https://b.example!\n",
        "xhttps://a.example 1https://a.example ahttps://b\n",
        "https://a_b.c.example https://a.b_c https://a.b_c.example\n",
        "*https://a.example* **www.b.example** _http://c.example_\n",
        "`https://a.example` <https://b.example> [c](https://c.example)\n",
        "https://a.example/\"b\"'c' https://a.example/~d~\n",
        "- https://a.example\n- www.b.example\n\n> https://c.example\n",
        "me@example.com and www.x www. https:// http://\n", "https://a.example/\u{E4}?\u{F6}#\u{FC}\n",
        "https://a.example<br>https://b.example\n",
        "https://a.example/a&amp\nhttps://b.example/\n", "www.a.example,www.b.example www.c.example.\n",
        "https\\://a.example www\\.b.example\n",
        "[https://a.example](https://b.example) ![https://c.example](d.png)\n",
        "https://a.example:8080/x;y=z?q=%20#f\n",
    ]
    static let struck = [
        "~~a~~ ~b~ ~~~c~~~\n", "~~a ~b~~ x~~y~~z\n", "~~ a ~~ \\~~no~~\n", "**a ~~b** c~~\n",
        "~~a~b~~ ~a~~b~\n",
        "~~a\nb~~ c\n", "~~**a** `b` [c](https://d.example)~~\n", "about ~5 of ~10 ~\n", "~~a~ ~b~~ ~~\n",
        "x ~~y~~. (~~z~~)\n",
        "~~a ~b~ c~~\n", "a~b~c ~~d~~e\n", "~~a~~~~b~~\n", "\\~a~ ~b\\~ ~\\~c~~\n", "# ~~a~~\n\n- ~~b~~\n",
    ]
    static let tasks = [
        "- [ ] a\n- [x] b\n- [X] c\n", "- [x]d\n- [ ]\n-   [ ] e\n", "1. [ ] f\n2) [x] g\n",
        "* [x] g\n\n  para\n",
        "- \\[ ] a\n- > [ ] q\n", "- [ ] a\n  - [x] b\n    - [ ] c\n",
        "- [ ] **a** ~~b~~ https://c.example\n- [x] `d`\n", "[ ] a\n\n- b [ ] c\n",
        "+ [ ] # h\n+ [ ] - k\n", "- [y] a\n- [  ] b\n",
    ]
}
