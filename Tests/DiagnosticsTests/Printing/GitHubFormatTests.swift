import Diagnostics
import Testing

/// What GitHub reads: a command a line, which no text can end early.
@Suite struct GitHubFormatTests {
    @Test func placeAndMessageAreACommand() {
        let place = Diagnostics.SourceLocation(
            path: "incidents/a.md",
            line: 3,
            column: 7,
            length: 2,
            excerpt: "x"
        )
        let told = Diagnostic(.warning, .rawHTML, "bad", at: place, hint: "good")
        #expect(
            GitHubFormat().text(for: [told])
                == "::warning file=incidents/a.md,line=3,col=7,title=raw-html::bad%0Ahint: good\n"
        )
    }

    @Test func nothingEndsTheCommandEarly() {
        let place = Diagnostics.SourceLocation(
            path: "a:b,c%\n.md",
            line: 1,
            column: 1,
            length: 1,
            excerpt: ""
        )
        let told = Diagnostic(.error, .rawHTML, "100%\r\n::error::x, y", at: place)
        #expect(
            GitHubFormat().text(for: [told])
                == "::error file=a%3Ab%2Cc%25%0A.md,line=1,col=1,title=raw-html::100%25%0D%0A::error::x, y\n"
        )
    }
}
