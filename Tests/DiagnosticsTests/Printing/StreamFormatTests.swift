import Diagnostics
import Testing

/// What records say, made harmless for terminals and for the logs of CI jobs.
@Suite struct StreamFormatTests {
    @Test(arguments: [
        // GitHub takes a line for a command that begins with two colons, whatever blanks stand in front.
        ("::error::a", ":\\:error::a"),
        ("one\n \t::error::a", "one\n \t:\\:error::a"),
        ("one\r\n::error::a", "one\r\n:\\:error::a"),
        ("\u{3000}\u{A0}::error::a", "\u{3000}\u{A0}:\\:error::a"),
        // Characters that take no room are passed over when GitHub compares.
        ("\u{200B}:\u{2060}:error::a", "\u{200B}:\u{2060}\\:error::a"),
        ("a ::error::b", "a ::error::b"), (": :error::b", ": :error::b"), (":::", ":\\::"),
        // Azure Pipelines, and GitHub's older form, look for theirs anywhere.
        ("a ##[error]b", "a ##\\[error]b"),
        ("###[group]", "###\\[group]"),
        ("#\u{200D}#[group]", "#\u{200D}#\\[group]"),
        ("a ##vso[task.setvariable variable=a]b", "a ##vso\\[task.setvariable variable=a]b"),
        ("## Uptime", "## Uptime"), ("#[a]", "#[a]"), ("## [a]", "## [a]"), ("##1[a]", "##1[a]"),
    ])
    func commandsOfCIServicesAreBroken(text: String, harmless: String) {
        #expect(StreamFormat.text.neutralized(text) == harmless)
    }

    @Test func controlCharactersOfATextAreReplacedAndItsLinesStay() {
        let text = "\u{1B}[31mred\u{7}\u{9B}2J \u{202E}txt\u{2066}\ta\nb\r\nc\rd"
        let harmless = "\u{FFFD}[31mred\u{FFFD}\u{FFFD}2J \u{FFFD}txt\u{FFFD}\ta\nb\r\nc\u{FFFD}d"
        #expect(StreamFormat.text.neutralized(text).unicodeScalars.elementsEqual(harmless.unicodeScalars))
    }

    @Test func carriageReturnAloneBeginsALineOfTheLogToo() {
        #expect(StreamFormat.text.neutralized("a\r::error::b") == "a\u{FFFD}:\\:error::b")
    }

    @Test func HTMLAndJSONSayTheSameInAnotherWay() {
        #expect(
            StreamFormat.html.neutralized("<p>\n::a ##[b]\u{202E}</p>") == "<p>\n:&#58;a ##&#91;b]&#8238;</p>"
        )
        #expect(StreamFormat.html.neutralized("\u{9B}") == "\u{FFFD}")
        #expect(
            StreamFormat.json.neutralized("[\"##[b]\u{9B}\u{202E}\"]") == "[\"##\\u005bb]\\u009b\\u202e\"]"
        )
    }

    @Test func aMarkThatCombinesHidesNoCommand() {
        #expect(StreamFormat.text.neutralized("##[\u{301}error]") == "##\\[\u{301}error]")
        #expect(StreamFormat.text.neutralized("::\u{301}error::") == ":\\:\u{301}error::")
    }

    @Test func diagnosticsGiveNoCommandButTheirOwn() {
        let place = SourceLocation(path: "::a\u{1B}.md", line: 1, column: 1, length: 1, excerpt: "##[b]")
        let diagnostic = Diagnostic(.error, .unknownStatus, "there is no `##[c]`", at: place, hint: "::d::")
        let text = TerminalFormat(colors: false).text(for: [diagnostic])
        #expect(
            text.hasPrefix(
                ":\\:a\u{FFFD}.md:1:1: error: there is no `##\\[c]` [unknown-status]\n  1 | ##\\[b]\n"
            ),
            "\(text)"
        )
        #expect(
            GitHubFormat().text(for: [diagnostic])
                == "::error file=%3A%3Aa\u{FFFD}.md,line=1,col=1,title=unknown-status::"
                + "there is no `##\\[c]`%0Ahint: ::d::\n"
        )
    }
}
