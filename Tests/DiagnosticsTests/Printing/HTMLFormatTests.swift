import Diagnostics
import Testing

@Suite struct HTMLFormatTests {
    @Test func placeMessageCaretAndHintStandEscaped() {
        let location = SourceLocation(
            path: "incidents/<a>.md",
            line: 3,
            column: 11,
            length: 7,
            excerpt: "severity: <b>&\"x\u{202E}"
        )
        let diagnostic = Diagnostic(
            .error,
            .unknownSeverity,
            "there is no `<b>&\"x`",
            at: location,
            hint: "did you mean `<i>`?",
            related: [
                .init("<here>", at: SourceLocation(path: "b", line: 1, column: 1, length: 1, excerpt: ""))
            ]
        )
        #expect(
            HTMLFormat().text(for: [diagnostic]) == """
                <li>
                <p><b>incidents/&lt;a&gt;.md:3:11</b> there is no `&lt;b&gt;&amp;&quot;x` [unknown-severity]</p>
                <pre tabindex="0">severity: &lt;b&gt;&amp;&quot;x\u{FFFD}
                <b>          ^~~~~~~</b></pre>
                <p>hint: did you mean `&lt;i&gt;`?</p>
                <p><b>b:1:1</b> note: &lt;here&gt;</p>
                </li>

                """
        )
    }
}
