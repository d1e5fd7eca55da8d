import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

@Suite struct LocalizerTests {
    private let words = Localizer(of: Sample.empty, in: .english)

    @Test(arguments: [
        (0, "0 s"), (59, "59 s"), (60, "1 min"), (2_700, "45 min"), (3_600, "1 h"), (8_400, "2 h 20 min"),
        (86_399, "23 h 59 min"), (86_400, "1 d"), (273_600, "3 d 4 h"), (-120, "−2 min"),
    ])
    func durationHasItsTwoLargestUnits(seconds: Int, text: String) {
        #expect(words.plainDuration(seconds) == text)
        #expect(words.duration(seconds) == text.unbroken)
    }

    /// Rounded up to the unit shown: 45 min and a thousandth of a second are 46 min.
    @Test(arguments: [
        (0, "0 s"), (1, "1 s"), (59_001, "1 min"), (2_700_000, "45 min"), (2_700_001, "46 min"),
        (3_599_999, "1 h"), (86_340_001, "1 d"), (86_400_001, "1 d 1 h"), (273_600_000, "3 d 4 h"),
    ])
    func downtimeIsNeverLessThanItWas(milliseconds: Int, text: String) {
        #expect(words.downtime(milliseconds) == text.unbroken)
    }

    @Test func partsAboveTheirSumAreShownToTheSecond() {
        // 0.3 · 1,021 s are 306.3.
        #expect(words.exactDowntime(306_300) == "5 min 7 s".unbroken)
    }

    @Test func spanSaysWhatItsEndsShareOnce() {
        let start = Sample.at("2026-01-02T17:00")
        #expect(words.span(from: start, to: start + 2_700) == "2 Jan 2026, 17:00–17:45 UTC")
        #expect(words.span(from: start, to: start + 86_400) == "2 Jan 2026, 17:00 – 3 Jan 2026, 17:00 UTC")
        #expect(words.span(from: start, to: start + 30) == "2 Jan 2026, 17:00 UTC")
    }

    @Test func spanOverAClockChangeNamesBothZones() {
        var page = Sample.empty
        page.zone = Zone(
            name: "Europe/Berlin",
            offset: 3_600,
            changes: [Zone.Change(at: Sample.at("2026-03-29T01:00"), offset: 7_200)]
        )
        let span = Localizer(of: page, in: .english).span(
            from: Sample.at("2026-03-29T00:30"),
            to: Sample.at("2026-03-29T01:30")
        )
        #expect(span == "29 Mar 2026, 01:30 CET – 03:30 CEST")
    }

    @Test(arguments: [
        ("en", " Dubai time"), ("de", " Ortszeit Dubai"), ("fr", " (heure locale à Dubaï)"),
        ("es", " (hora de Dubái)"), ("ja", "（ドバイ時間）"), ("ar", " بتوقيت دبي"),
    ])
    func aZoneThatFewKnowTheLettersOfIsCalledByItsCity(language: String, city: String) throws {
        var page = Sample.empty
        page.zone = Zone(name: "Asia/Dubai", offset: 14_400)
        let templates = try #require(SiteTemplates(language: language, into: Findings()))
        let words = Localizer(of: page, in: templates.language)
        let start = Sample.at("2026-01-02T13:00")
        #expect(words.time(start) == "17:00" + city)
        #expect(words.span(from: start, to: start + 2_700).hasSuffix("17:45" + city))
        let text = words.dateAndTime(start)
        #expect(
            words.element(start) == "<time datetime=\"2026-01-02T13:00:00Z\" title=\"UTC+4\">\(text)</time>")
    }

    @Test func aZoneWithoutACityIsCalledByItsOffset() {
        var page = Sample.empty
        page.zone = Zone(name: "Etc/GMT+3", offset: -10_800)
        #expect(Localizer(of: page, in: .english).time(Sample.at("2026-01-02T13:00")) == "10:00 UTC−3")
    }

    @Test func yearIsLeftOutWithinTheCurrentOne() {
        let now = Sample.now
        #expect(words.dateAndTime(Sample.at("2026-01-02T17:05"), asOf: now) == "2 Jan, 17:05 UTC")
        #expect(words.dateAndTime(Sample.at("2025-12-31T17:05"), asOf: now) == "31 Dec 2025, 17:05 UTC")
    }

    @Test func listsReadAsSentencesDo() {
        #expect(words.list([]) == "")
        #expect(words.list(["a"]) == "a")
        #expect(words.list(["a", "b", "c"]) == "a, b and c")
        #expect(words.list(["a", "b", "c", "d"], atMost: 3) == "a, b, c and d")
        #expect(words.list(["a", "b", "c", "d", "e"], atMost: 3) == "a, b, c and 2 more")
    }

    @Test func namesStandApartFromALanguageOfTheOtherDirection() throws {
        var page = Sample.empty
        page.components[0].name = "3-D Secure"
        let arabic = try #require(SiteTemplates(language: "ar", into: Findings())).language
        #expect(
            Localizer(of: page, in: arabic).names(of: [0, 1]) == [
                "\u{2068}3-D Secure\u{2069}", "\u{2068}Shop\u{2069}",
            ])
        #expect(Localizer(of: page, in: .english).names(of: [0, 1]) == ["3-D Secure", "Shop"])
    }

    @Test func thousandsStandApart() {
        #expect(words.grouped(999) == "999")
        #expect(words.grouped(1_000) == "1,000")
        #expect(words.grouped(1_234_567) == "1,234,567")
    }

    @Test func siteHasItsOwnWordsForPhases() {
        var page = Sample.empty
        page.phaseLabels = [.identified: "Mitigating"]
        #expect(Localizer(of: page, in: .english).label(of: .identified) == "Mitigating")
        #expect(Localizer(of: page, in: .english).label(of: .monitoring) == "Monitoring")
    }

    @Test func excerptEndsAtAWord() {
        #expect("one  two\nthree".firstWords(within: 100) == "one two three")
        #expect("one two three".firstWords(within: 9) == "one two…")
    }
}
