import StatusModel
import Testing

@testable import StatusSite

@Suite struct MarkdownMessageTests {
    @Test func aResolutionReadsLikeThis() throws {
        #expect(
            try AnnouncementSample().message(.markdown) == """
                ## Incident resolved: Oven 3 stays cold

                All ovens bake.

                - **Phase:** Resolved
                - **Severity:** Critical
                - **Affected:** Ovens (was: partial outage), Shop (was: degraded)
                - **Impact:** Orders late: 37
                - **When:** 20 Nov 2026, 09:58–10:50 UTC
                - **Duration:** 52 min
                - **Root cause:** a sensor of the door
                - **Reference:** BAKE-112

                Timeline:

                - 09:58 UTC: Started
                - 10:00 UTC: Detected
                - 10:05 UTC: Investigating
                - 10:15 UTC: Identified
                - 10:50 UTC: Resolved

                [Follow updates on Map Bakery Status](<https://status.example.com/incidents/oven-door.html#update-1795171800>)

                """
        )
    }

    @Test(arguments: [
        ("# Heading", ##"\# Heading"##), ("1. one", #"1\. one"#), ("2026) x", #"2026\) x"#),
        ("- a", #"\- a"#),
        ("---", #"\---"#), ("===", #"\==="#), ("a*b_c`d", #"a\*b\_c\`d"#), ("[a](b)", #"\[a\](b)"#),
        ("![a]", #"!\[a\]"#), ("<b> &amp;", #"\<b\> \&amp;"#), ("a|b ~c~ $d$", #"a\|b \~c\~ \$d\$"#),
        (#"\*"#, #"\\\*"#), ("    code", "code"), ("3.5 s", "3.5 s"), ("3.", #"3\."#), ("", ""),
        ("plain - text.", "plain - text."),
    ]) func nothingInATextMakesMarkup(text: String, escaped: String) {
        #expect(text.escapedForMarkdown == escaped)
    }

    @Test func linesStayLinesAndParagraphsParagraphs() {
        #expect("one\n- two\n\nthree\r\n# four".escapedForMarkdown == "one\\\n\\- two\n\nthree\\\n\\# four")
    }

    @Test func messagesAreApartByRules() throws {
        let sample = AnnouncementSample()
        let all = try (0...1).map { try sample.announcement(update: $0) }
        let text = try sample.announcer().messages(all, as: .markdown)
        #expect(text.split(separator: "\n---\n").count == 2)
        #expect(text.contains(")\n\n---\n\n## Incident update"))
    }
}
