import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Control characters are left out where a file is read, so that nothing made of it holds one, and told.
@Suite struct ControlCharacterTests {
    private static let controls: [Unicode.Scalar] = [
        "\u{0}", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}",
        "\u{85}", "\u{9B}", "\u{9F}",
        "\u{FFFE}", "\u{FFFF}",
    ]

    @Test(arguments: controls)
    func controlCharacterIsLeftOutWhereverItStands(control: Unicode.Scalar) throws {
        let parsed = try SampleSite().read(
            """
            ---
            title: Sl\(control)ow
            severity: SEV-2
            components: {web: partial}
            started: 2026-01-02T16:00Z
            tags: [a\(control)b]
            ---
            Be\(control)fore.

            [RES\(control)OLVED 17:\(control)00] **x**\(control) `y\(control)` [z](https://z.example/\(control) "t\(control)")
            Fix: a\(control) fuse

            ```s\(control)h
            code\(control)
            ```

            | a\(control) |
            |---|
            """
        )
        #expect(parsed.diagnostics.inOrder.map(\.summary) == ["2:10 warning control-character"])
        #expect(parsed.diagnostics.first?.message.contains("12 others in this file") == true)
        let record = try #require(parsed.record)
        #expect(record.title == "Slow")
        #expect(record.tags == ["ab"])
        #expect(record.summary.text == "Before.")
        #expect(record.updates.map(\.phase) == [.resolved])
        let html = record.updates[0].prose.html(root: "")
        #expect(!(html + record.updates[0].prose.text).unicodeScalars.contains(control))
        #expect(html.contains("<a href=\"https://z.example/\" title=\"t\">z</a>"))
    }

    /// Whoever fixes a file sees its control characters, or the space they take.
    @Test func placesAreThoseOfTheFileAsItStands() throws {
        let told = try SampleSite().told(
            "---\r\u{13}\u{0}\ntit\u{7}le: Slow\nseverity: SEV-2\nstarted: ne\u{7F}ver\n---\n\n"
                + "[RES\u{1}OLVED 25:00] \u{2}All is well.\n"
        )
        #expect(
            told == [
                "2:1 warning control-character", "5:10 error invalid-time", "8:12 error invalid-time",
            ]
        )
    }

    /// What is found by its text is found without them, too.
    @Test(arguments: [
        ("[RESOLVED]\u{1}: https://x.example", "7:1 error phase-as-link-definition"),
        ("[RES\u{1}\u{2}\u{3}OLVED]: x", "7:1 error phase-as-link-definition"),
        ("- [RES\u{1}OLVED 17:00] x", "7:3 error unmarked-update"),
        (
            "[MONITORING 17:00] x\nCompo\u{1}nents: web partial, we\u{2}e partial",
            "8:27 error unknown-component"
        ),
    ])
    func mistakesAreFoundDespiteThem(body: String, told: String) throws {
        #expect(try SampleSite().toldOfBody(body).filter { !$0.hasSuffix("control-character") } == [told])
    }

    @Test func visibilityIsStatedInTheFileAsItStands() throws {
        let site = try SampleSite()
        let reader = RecordReader(
            configuration: site.configuration,
            index: RecordIndex(paths: site.paths),
            now: site.now
        )
        let text = "---\nti\u{1}tle: Slow\nseverity: SEV-3\nstarted: 2026-01-02T16:00Z\u{2}\n---\n\u{3}"
        let file = SourceFile(path: "incidents/slow.md", bytes: Array(text.utf8))
        let stated = try reader.stating(.public, in: file)
        #expect(
            String(decoding: stated.bytes, as: UTF8.self)
                == text.replacing("\n---\n\u{3}", with: "\nvisibility: public\n---\n\u{3}")
        )
    }

    /// What the file does not hold, escapes of YAML and entities of HTML bring.
    @Test func escapeBringsNone() throws {
        let site = try SampleSite()
        let parsed = site.read(
            """
            ---
            title: "Sl\\eow \\x9b1m\\0"
            severity: SEV-2
            components: {web: partial}
            started: 2026-01-02T16:00Z
            impact: {"us\\aers": "so\\rme\\u200b"}
            ---
            [RESOLVED 17:00] a &#27;[31m &#x9b; [b](https://b.example/&#7; "&#8;") `&#27;`
            """
        )
        #expect(
            parsed.diagnostics.inOrder.map(\.summary) == [
                "2:8 warning control-character", "6:10 warning control-character",
                "6:21 warning control-character",
                "8:1 warning control-character", "8:37 warning control-character",
            ]
        )
        let record = try #require(parsed.record)
        #expect(record.title == "Slow 1m")
        #expect(record.impact == [Record.Detail(label: "users", text: "some\u{200B}")])
        #expect(record.updates[0].prose.text == "a [31m  b (https://b.example/) &#27;")
    }

    @Test func recordThatCannotBeReadHasNone() throws {
        let broken = try SampleSite().read(
            "---\ntitle: A\u{1B}[31m\u{202E}\nseverity: SEV-2\nstarted: never\n---\n<!--\u{301}x -->a\u{7}\u{2066}b\n"
        ).broken
        #expect(broken?.title?.unicodeScalars.elementsEqual("A[31m\u{202E}\u{202C}".unicodeScalars) == true)
        #expect(broken?.text.unicodeScalars.elementsEqual("a\u{2066}b\u{2069}".unicodeScalars) == true)
    }

    @Test func namesOfTheSiteHaveNone() throws {
        let site = try SampleSite(
            status: """
                site: {title: "Example\\e]52;c;YQ==\\a", url: "https://status.example.com"}
                components:
                  - {id: web, name: "We\\0b\\u202E"}
                """
        )
        #expect(site.configuration.page.title == "Example]52;c;YQ==")
        #expect(site.configuration.page.components[0].name == "Web\u{202E}\u{202C}")
    }

    @Test(arguments: [
        ("a\u{202E}b", "a\u{202E}b\u{202C}"), ("a\u{2066}b\u{202A}c", "a\u{2066}b\u{202A}c\u{202C}\u{2069}"),
        ("\u{2067}a\u{2069}b", "\u{2067}a\u{2069}b"), ("\u{202B}a\u{202C}b", "\u{202B}a\u{202C}b"),
        ("a\u{202C}b\u{2069}", "ab"), ("\u{2066}a\u{202E}b\u{2069}c", "\u{2066}a\u{202E}b\u{202C}\u{2069}c"),
        ("\u{202E}a\nb", "\u{202E}a\u{202C}\nb"), ("\u{2068}a\u{202C}b", "\u{2068}ab\u{2069}"),
        ("a\u{200F}b", "a\u{200F}b"),
    ])
    func directionEndsWithTheTextThatBeginsIt(text: String, expected: String) {
        #expect(text.cleaned.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func directionOfAnUpdateEndsWithIt() throws {
        let prose = try SampleSite().incident("[RESOLVED 17:00] a \u{202E}b **c\u{2066}** &#x202E;d")
            .updates[0].prose
        #expect(
            prose.text.unicodeScalars.elementsEqual(
                "a \u{202E}b \u{202C}c\u{2066}\u{2069} \u{202E}d\u{202C}".unicodeScalars
            )
        )
    }

    /// No text is gone through once for each of its marks.
    @Test func manyDirectionsTakeNoLongerThanTheirLength() {
        let text =
            String(repeating: "\u{202E}", count: 200_000) + String(repeating: "\u{2069}", count: 200_000)
        #expect(text.cleaned.unicodeScalars.count == 400_000)
    }
}
