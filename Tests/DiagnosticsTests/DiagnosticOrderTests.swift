import Diagnostics
import Testing

@Suite struct DiagnosticOrderTests {
    private func made(_ path: String, _ line: Int, _ column: Int, _ id: Diagnostic.ID, length: Int = 1)
        -> Diagnostic
    {
        let place = Diagnostics.SourceLocation(
            path: path,
            line: line,
            column: column,
            length: length,
            excerpt: ""
        )
        return Diagnostic(.warning, id, "x", at: place)
    }

    @Test func mistakesAreToldByPlaceThenByID() {
        let ordered = [
            made("a.md", 1, 2, .missingKey, length: 9), made("a.md", 1, 2, .unknownKey),
            made("a.md", 2, 1, .rawHTML),
            made("b.md", 1, 1, .rawHTML),
        ]
        #expect(ordered.reversed().inOrder == ordered)
    }

    @Test func sameMistakeIsToldOnce() {
        #expect([made("a", 1, 1, .rawHTML), made("a", 1, 1, .rawHTML)].inOrder.count == 1)
    }

    @Test func oneErrorStandsInTheWay() {
        let place = Diagnostics.SourceLocation(path: "a", line: 1, column: 1, length: 1, excerpt: "")
        #expect(![made("a", 1, 1, .rawHTML)].hasErrors)
        #expect([made("a", 1, 1, .rawHTML), Diagnostic(.error, .rawHTML, "x", at: place)].hasErrors)
    }
}
