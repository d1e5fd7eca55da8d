import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Reliability
@testable import StatusSite

@Suite struct ChartTests {
    /// The chart as a parser that is not ours reads it.
    private func svg(_ chart: any Chart) throws -> XMLDocumentReader.Element {
        let figure = try #require(XMLDocumentReader.root(of: Array(chart.html.source.utf8)))
        return try #require(figure.all("svg").first)
    }

    private func report(_ name: String, of page: StatusPage = Sample.full) throws -> PeriodReport {
        let period = try #require(Period(named: name))
        let seen = page.seen(by: .internal, at: Sample.now)
        return PeriodReport(of: period, on: seen, history: StatusHistory(of: seen, now: Sample.now))
    }

    private let words = Words(of: Sample.full, in: .english)

    @Test func chartHasANameAndSaysWhatItShows() throws {
        let report = try report("2026-10")
        let drawn = try svg(UptimeByMonth(of: report.months, within: report.range, words: words))
        #expect(drawn.attributes["role"] == "img")
        #expect(drawn["title"] == "Uptime by month")
        #expect(drawn["desc"] == "Aug 2026: 100%; Sep 2026: 100%; Oct 2026: 99.93%.")
    }

    @Test func longerNamesOfMonthsMoveTheBars() throws {
        let text = "language.conventions = de\nclauses = {first} / {second}\nchart.uptime.title = Monate"
        let file = LanguageFile(tag: "de", file: SourceFile(path: "de.properties", bytes: Array(text.utf8)))
        let german = Words(of: Sample.full, in: Language("de", file: file))
        let report = try report("2026-10")
        let drawn = try svg(UptimeByMonth(of: report.months, within: report.range, words: german))
        #expect(drawn["title"] == "Monate")
        #expect(
            drawn["desc"]
                == "Aug. 2026: 100\u{A0}% / Sept. 2026: 100\u{A0}% / Okt. 2026: 99,93\u{A0}%."
        )
        // The longest has 10 letters of 7 px, and 8 px behind it, of 280.
        #expect(
            drawn.all("text").filter { $0.text.hasPrefix("100") }.map { $0.attributes["x"] } == [
                "27.85%", "27.85%",
            ]
        )
    }

    @Test(arguments: [
        ("12.5% left", "abcdefghijklmnopqrst\u{2026}"),
        ("noch 12,5 Prozent \u{FC}brig", "abcdefghijklm\u{2026}"),
    ])
    func aNameIsCutToWhatIsLeftBesideIt(state: String, expected: String) {
        #expect(TextRoom.cut("abcdefghijklmnopqrstuvwxyz", beside: state, atMost: 154) == expected)
    }

    @Test func aNameThatHasRoomIsWhole() {
        #expect(TextRoom.cut("abcdefghijklmnopqrstuv", to: 154) == "abcdefghijklmnopqrstuv")
        // Of East Asia's letters, 11 have room there.
        #expect(TextRoom.cut(String(repeating: "\u{65E5}", count: 11), to: 154).count == 11)
        #expect(TextRoom.cut(String(repeating: "\u{65E5}", count: 12), to: 154).count == 11)
        #expect(TextRoom.cut(String(repeating: "\u{65E5}", count: 12), to: 154).last == "\u{2026}")
    }

    @Test func namesAlongALineDoNotCoverOneAnother() {
        let names = ["1 min", "10 min", "1 h"]
        // The first ends at 4 + 35 px; the second is 42 px wide, and its middle at 56 px or 70 px.
        let places = [[150, 2_000, 9_850], [150, 2_500, 9_850], [150, 9_000, 9_850]]
        #expect(
            places.map { TextRoom.crowded(names, at: $0.map { Across(hundredths: $0) }) } == [[1], [], [1]]
        )
        #expect(TextRoom.crowded(["1 h"], at: [Across(hundredths: 0)]) == [])
    }

    @Test func barsOfLostTimeBeginAtZero() throws {
        // Full months of two components: October lost twice what September did, August nothing.
        var page = Sample.empty
        page.components.removeLast()
        page.incidents = [
            Sample.past(
                "b",
                "B",
                [StatusChange(0, .majorOutage)],
                from: "2026-10-05T10:00",
                to: "2026-10-05T12:04"
            ),
            Sample.past(
                "a",
                "A",
                [StatusChange(0, .majorOutage)],
                from: "2026-09-05T10:00",
                to: "2026-09-05T11:00"
            ),
        ]
        let report = try report("2026-10", of: page)
        let drawn = try svg(UptimeByMonth(of: report.months, within: report.range, words: words))
        let bars = drawn.all("rect")
        #expect(bars.map { $0.attributes["x"] } == ["24%", "24%"])
        // 7,440 s of 2 · 2,678,400 are 1,388 millionths, 3,600 s of 2 · 2,592,000 are 694: half of 52 %.
        #expect(bars.map { $0.attributes["width"] } == ["26%", "52%"])
        #expect(bars.map { $0.attributes["class"] } == ["context", nil])
        let labels = drawn.all("text").filter { $0.text.hasSuffix("%") }
        #expect(labels.map(\.text) == ["100%", "99.93%", "99.86%"])
        #expect(labels.map { $0.attributes["x"] } == ["24%", "50%", "76%"])
    }

    @Test func columnsOfAllSeveritiesHaveOneScale() throws {
        let month = MonthFiguresMaking.month
        let chart = IncidentsByMonth(
            of: [month(9, [0, 4, 0]), month(10, [1, 2, 0])],
            within: Period.month(year: 2026, month: 10).range(in: .utc),
            severities: ["SEV-1", "SEV-2", "SEV-3"],
            words: words
        )
        let drawn = try svg(chart)
        // Two rows: the third severity has none. 4 are 36 px high, so 1 is 9 and 2 are 18; all stand on
        // their row's line.
        #expect(drawn.all("line").map { $0.attributes["y1"] } == ["78", "162"])
        #expect(drawn.all("rect").map { $0.attributes["height"] } == ["9", "36", "18"])
        #expect(drawn.all("rect").map { $0.attributes["y"] } == ["69", "126", "144"])
        // A month is a twelfth, 833 hundredths wide, and its column begins behind a seventh of it.
        #expect(drawn.all("rect").map { $0.attributes["x"] } == ["9.57%", "1.24%", "9.57%"])
        #expect(chart.summary == "SEV-1: Oct 2026 1. SEV-2: Sep 2026 4, Oct 2026 2.")
    }

    @Test func scaleIsLogarithmicBetweenRoundDurations() {
        let scale = LogarithmicScale(for: [300, 3_000])
        #expect(scale.ticks == [60, 600, 3_600])
        #expect(scale.position(of: 60) == 0)
        #expect(scale.position(of: 3_600) == 1)
        // log 10 / log 60 and log 5 / log 60
        #expect(abs(scale.position(of: 600) - 0.562_382) < 0.000_001)
        #expect(abs(scale.position(of: 300) - 0.393_088) < 0.000_001)
    }

    @Test(arguments: [
        ([0], [60, 600]), ([60], [60, 600]), ([90_000_000], [2_419_200, 31_449_600]), ([], [60, 600]),
    ])
    func scaleHasTwoEndsWhateverItHolds(durations: [Int], ticks: [Int]) {
        let scale = LogarithmicScale(for: durations)
        #expect(scale.ticks == ticks)
        for duration in durations { #expect((0...1).contains(scale.position(of: duration))) }
    }

    private static let incidents = StatusHistory(of: Sample.full, now: Sample.now).incidents

    @Test func eachIncidentIsADotInItsSeveritysRow() throws {
        let report = try report("2026-10")
        let chart = ResolutionDots(
            of: report.resolutions,
            among: report.allIncidents,
            on: Sample.full,
            words: words
        )
        let drawn = try svg(chart)
        // SEV-1 took 47 min, SEV-2 3 h 30 min: two rows on a scale of 10 min, 1 h and 6 h.
        let dots = drawn.all("circle")
        #expect(dots.map { $0.attributes["cy"] } == ["39", "105"])
        #expect(dots.map { $0["title"] } == ["Oven 3 stays cold: 47 min", "Ovens are too warm: 3 h 30 min"])
        // 1.5 + 97 · log(47/10) / log(36), and 1.5 + 97 · log(21) / log(36)
        #expect(dots.map { $0.attributes["cx"] } == ["43.39%", "83.91%"])
        #expect(
            chart.summary == "SEV-1, Critical: median 47 min, n = 1. SEV-2, High: median 3 h 30 min, n = 1."
        )
        let medians = drawn.all("line").filter { $0.attributes["class"] == "median" }
        #expect(medians.map { $0.attributes["x1"] } == ["43.39%", "83.91%"])
    }

    @Test func dotsThatWouldCoverOneAnotherStandBesideEachOther() throws {
        let same = (0..<3).map { PeriodReport.Resolution(incident: $0, severity: 1, seconds: 3_600) }
        let drawn = try svg(ResolutionDots(of: same, among: Self.incidents, on: Sample.full, words: words))
        #expect(Set(drawn.all("circle").map { $0.attributes["cy"] }) == ["39", "32", "46"])
    }

    @Test func tooManyDotsAreCountedInColumns() throws {
        let many = (0...200).map { place in
            PeriodReport.Resolution(incident: 0, severity: 1, seconds: place < 100 ? 3_600 : 600)
        }
        let drawn = try svg(ResolutionDots(of: many, among: Self.incidents, on: Sample.full, words: words))
        #expect(drawn.all("circle").isEmpty)
        // 101 at the scale's beginning, 36 px high; 100 in the last bin, 35.64 px.
        #expect(drawn.all("rect").map { $0.attributes["height"] } == ["36", "36"])
        #expect(drawn.all("rect").map { $0.attributes["x"] } == ["1.5%", "96.07%"])
    }

    @Test func budgetFallsFromTheTopAndOverspendingIsBelowTheLine() throws {
        var page = Sample.empty
        // 10 % of 30 days are 3 days.
        page.components[0].target = Target(millionths: 900_000)
        page.incidents = [
            Sample.past(
                "b",
                "B",
                [StatusChange(0, .majorOutage)],
                from: "2026-09-11T00:00",
                to: "2026-09-14T12:00"
            )
        ]
        let report = try report("2026-09", of: page)
        let chart = BudgetBurnDown(of: report.budgets, during: report.range, words: words)
        let drawn = try svg(chart)
        #expect(chart.summary == "Ovens: 16.67% over.")
        let areas = drawn.all("svg")
        // A budget is 40 px; 16.67 % below it are 7.
        #expect(areas.map { $0.attributes["height"] } == ["40", "7"])
        #expect(areas.map { $0.attributes["y"] } == ["20", "60"])
        #expect(areas.map { $0.attributes["viewBox"] } == ["0 0 10000 10000", "0 0 10000 1667"])
        let path = try #require(areas[0].all("path").first?.attributes["d"])
        // Ten days of a whole budget, then a third less each day: day 11 ends at 11/30 of the width.
        #expect(path.hasPrefix("M0 10000V0L333 0"))
        #expect(path.contains("L3333 0L3666 3334L4000 6667L4333 10000L4666 10000"))
        #expect(path.hasSuffix("L10000 10000V10000Z"))
        let over = try #require(areas[1].all("path").first?.attributes["d"])
        #expect(over.hasPrefix("M0 0V0L333 0") && over.contains("L4333 0L4666 1667"))
    }

    @Test func manyBudgetsAreCutToTheWorst() throws {
        var page = Sample.empty
        page.components = (0..<12).map {
            Component(id: "c\($0)", name: "C\($0)", target: Target(millionths: 900_000))
        }
        page.incidents = [
            Sample.past(
                "b",
                "B",
                (0..<12).map { StatusChange($0, .majorOutage) },
                from: "2026-09-11T00:00",
                to: "2026-09-11T12:00"
            )
        ]
        let report = try report("2026-09", of: page)
        let chart = BudgetBurnDown(
            of: report.budgets,
            during: report.range,
            words: Words(of: page, in: .english)
        )
        #expect(try svg(chart).all("svg").count == 8)
        #expect(chart.caption.hasSuffix("4 more components spent less."))
    }

    @Test func namesAreEscapedWhereverTheyStand() throws {
        var page = Sample.empty
        page.components[0].name = "<b>&\"'"
        page.components[0].target = Target(millionths: 900_000)
        page.severities[1].name = "<i>&\"'"
        page.incidents = [
            Sample.past(
                "b",
                "<u>&\"'",
                [StatusChange(0, .majorOutage)],
                from: "2026-09-11T00:00",
                to: "2026-09-11T12:00"
            )
        ]
        let report = try report("2026-09", of: page)
        let words = Words(of: page, in: .english)
        for chart: any Chart in [
            BudgetBurnDown(of: report.budgets, during: report.range, words: words),
            ResolutionDots(of: report.resolutions, among: report.allIncidents, on: page, words: words),
            IncidentsByMonth(
                of: report.months,
                within: report.range,
                severities: page.severities.map(words.label),
                words: words
            ),
        ] {
            #expect(try !svg(chart).all("text").isEmpty)
            #expect(["<b>", "<i>", "<u>"].allSatisfy { !chart.html.source.contains($0) })
            #expect(!chart.html.source.contains("style="))
        }
    }
}

/// Months with incidents, for charts of them.
private enum MonthFiguresMaking {
    static func month(_ month: Int, _ bySeverity: [Int]) -> MonthFigures {
        let page = Sample.empty
        var incidents: [Record] = []
        for (severity, count) in bySeverity.enumerated() {
            for number in 0..<count {
                incidents.append(
                    Sample.past(
                        "\(severity)-\(number)",
                        "A",
                        severity: severity,
                        [],
                        from: "2026-\(month < 10 ? "0" : "")\(month)-05T10:00",
                        to: "2026-\(month < 10 ? "0" : "")\(month)-05T11:00"
                    )
                )
            }
        }
        var full = page
        full.incidents = incidents
        let history = StatusHistory(of: full, now: Sample.now)
        let period = Period.month(year: 2026, month: month)
        return PeriodReport(of: period, on: full, history: history).months.last { $0.month == period }
            ?? PeriodReport(of: period, on: full, history: history).months[0]
    }
}
