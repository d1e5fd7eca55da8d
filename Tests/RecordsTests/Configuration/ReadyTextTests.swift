import Diagnostics
import StatusModel
import Testing

@testable import Records

/// `texts` in `status.yml`: what becomes of it, and every mistake in it.
@Suite struct ReadyTextTests {
    static let site = """
        site: {title: Example Status, url: "https://status.example.com"}
        components: [{id: checkout, name: Checkout}, {id: api, name: API}]
        severities: {SEV-2: {component_status: partial_outage}}

        """

    @Test func textsAreReadInTheAuthorsOrder() throws {
        let texts = try SampleSite(
            status: Self.site + """
                texts:
                  region-slow:
                    title: Pages are slow in {region}
                    components: {api: degraded_performance}
                    text: "Customers in {region} wait {time}."
                  payments-fail:
                    title: "Payments  fail"
                    severity: sev-2
                    components: [Checkout]
                    text: Some payments fail.
                    next_update: 20m
                    IDENTIFIED: We know the cause.
                    RESOLVED: Payments work again.
                """
        )
        .configuration.page.texts
        #expect(
            texts == [
                ReadyText(
                    id: "region-slow", title: "Pages are slow in {region}",
                    components: [StatusChange(1, .degradedPerformance)],
                    text: "Customers in {region} wait {time}."),
                ReadyText(
                    id: "payments-fail", title: "Payments fail", severity: 0,
                    components: [StatusChange(0, .partialOutage)], text: "Some payments fail.",
                    nextUpdate: 1_200,
                    words: [.identified: "We know the cause.", .resolved: "Payments work again."]),
            ])
        #expect(texts.map(\.blanks) == [["region", "time"], []])
    }

    @Test func wordsAreThoseOfTheSitesLanguage() throws {
        let text =
            "texts: {slow: {title: {en: Slow, de: Langsam}, text: Same., RESOLVED: {de: Gut., en: Fine.}}}"
        let german = Self.site.replacing("{title: Example", with: "{language: de-AT, title: Example")
        let pages = try [Self.site, german].map { try SampleSite(status: $0 + text).configuration.page }
        #expect(pages.map { $0.texts.map(\.title) } == [["Slow"], ["Langsam"]])
        #expect(pages.map { $0.texts.map(\.words) } == [[[.resolved: "Fine."]], [[.resolved: "Gut."]]])
        #expect(
            try mistakes("texts: {slow: {title: {de: Langsam, english: Slow}}}").map(\.message) == [
                "`title` is missing in `en`, the site's language"
            ])
        #expect(
            try mistakes("texts: {slow: {title: {en: Slow}, text: {en: Slow., de: '[RESOLVED] Gut.'}}}")
                .map(\.message) == ["`[RESOLVED]` in `text` would start another update"])
    }

    @Test(arguments: [
        (
            "Payments Fail: {title: x}", 4, 3, "`Payments Fail` is not a valid id for a text",
            "did you mean `payments-fail`?"
        ),
        (
            #"a: {text: "[RESOLVED] all good"}"#, 4, 13, "`[RESOLVED]` in `text` would start another update",
            "remove it: each phase has its own key, such as `RESOLVED: …`"
        ),
        (
            #"b: {text: "All good.\nUpdated: 10:00 UTC"}"#, 4, 13,
            "`text` has a `Updated:` line, which would be read as a trailer",
            "remove the line: the time is added when the text is used"
        ),
        (
            "c: {title: t, text: t, components: {chekout: partial}}", 4, 39,
            "unknown component `chekout`", "did you mean `checkout`?"
        ),
        (
            "d: {title: t, text: t, IDENTIFED: t}", 4, 26, "unknown phase `IDENTIFED`",
            "did you mean `IDENTIFIED`?"
        ),
        (
            "d: {title: t, resolved: t}", 4, 17, "unknown phase `resolved`", "write `RESOLVED:`"
        ),
        ("d: {severity: SEV-3}", 4, 17, "unknown severity `SEV-3`", "did you mean `SEV-2`?"),
        (
            "d: {next_update: soon}", 4, 20, "`soon` is not a valid duration",
            "write a number and a unit, such as `90s`, `15m`, `4h`, `2d` or `1w`"
        ),
        ("d:", 4, 3, "`d` is empty", "add a value, or remove the key"),
    ])
    func mistakesAreToldAtTheirPlaces(
        _ line: String, _ number: Int, _ column: Int, _ message: String, _ hint: String
    ) throws {
        let found = try mistakes("texts:\n  " + line)
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.hint) == [hint])
        #expect(found.map { [$0.location.line, $0.location.column] } == [[number + 1, column]])
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test func blanksOfAnyNameAreFine() throws {
        #expect(try mistakes(#"texts: {e: {title: t, text: "In {regio} and {region}"}}"#).isEmpty)
    }

    private func mistakes(_ texts: String) throws -> [Diagnostic] {
        let (findings, bytes) = (Findings(), Array((Self.site + texts + "\n").utf8))
        _ = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: findings)
        return findings.all
    }
}
