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

    private let words = Localizer(of: Sample.full, in: .english)

    /// The site's chart.
    private func chart(_ report: PeriodReport, target: Int? = nil, words: Localizer? = nil) -> UptimeByMonth {
        let words = words ?? self.words
        let months = report.months.map { month in
            UptimeByMonth.Month(
                month: month.month,
                uptime: month.whole.byTheClock,
                isReported: report.range.contains(month.month.range(in: .utc).from)
            )
        }
        return UptimeByMonth(
            words.text.chartUptimeTitle,
            of: months,
            target: target.map(Target.init(millionths:)),
            words: words
        )
    }

    /// The couriers are tracked from 20 October on.
    @Test func monthThatWasNotTrackedHasNoData() throws {
        let page = Sample.empty
        let history = StatusHistory(of: page, now: Sample.now)
        let months = (8...10).map { Period.month(year: 2026, month: $0) }
        let couriers = UptimeByMonth(
            "Couriers",
            of: months.map {
                let uptime = history.uptime(of: 2, during: $0.range(in: .utc))
                return UptimeByMonth.Month(month: $0, uptime: uptime, isReported: true)
            },
            target: nil,
            words: words
        )
        #expect(try svg(couriers)["desc"] == "Aug 2026: no data; Sep 2026: no data; Oct 2026: 100%.")
    }

    @Test func chartHasANameAndSaysWhatItShows() throws {
        let drawn = try svg(chart(try report("2026-10")))
        #expect(drawn.attributes["role"] == "img")
        #expect(drawn["title"] == "Uptime by month")
        // 1,920 + 0.3 · (4,200 + 1,800) = 3,720 s of 2,678,400, and the shop's on top of none of them: 0.3 · 17 min
        // lie within the ovens' outage.
        #expect(drawn["desc"] == "Aug 2026: 100%; Sep 2026: 100%; Oct 2026: 99.86%.")
    }

    /// October 2026 lost twice what September did, August nothing. 7,440 s of 2,678,400 are 0.277… %, 3,600 s of
    /// 2,592,000 are 0.138… %: as they are shown, rounded up to hundredths, 28 and 14.
    private var twoOutages: StatusPage {
        var page = Sample.empty
        page.components.removeLast()
        page.incidents = [
            outage("b", from: "2026-10-05T10:00", to: "2026-10-05T12:04"),
            outage("a", from: "2026-09-05T10:00", to: "2026-09-05T11:00"),
        ]
        return page
    }

    private func outage(_ slug: String, from: String, to: String) -> Record {
        Sample.past(slug, slug, [StatusChange(0, .majorOutage)], from: from, to: to)
    }

    @Test func barsHangFromAWholeByWhatWasLost() throws {
        let drawn = try svg(chart(try report("2026-10", of: twoOutages)))
        let bars = drawn.all("rect")
        #expect(bars.map { $0.attributes["y"] } == ["22", "22"])
        // The axis reaches to the worst: 28 hundredths are 132 px, 14 are 66.
        #expect(bars.map { $0.attributes["height"] } == ["66", "132"])
        #expect(bars.map { $0.attributes["class"] } == ["context", nil])
        #expect(drawn.all("text").map(\.text).prefix(2) == ["99.72%", "100%"])
        let figures = drawn.all("svg").compactMap { $0.all("text").first?.text }
        #expect(figures == ["100", "99.86", "99.72"])
    }

    @Test func objectiveIsALineAtWhatItAllows() throws {
        // 99.9 allows 10 hundredths, and the axis reaches to the worst bar's 28: 10 are 47 px.
        let drawn = try svg(chart(try report("2026-10", of: twoOutages), target: 999_000))
        let objective = try #require(drawn.all("line").first { $0.attributes["class"] == "objective" })
        #expect(objective.attributes["y1"] == "69")
        #expect(drawn.all("rect").map { $0.attributes["class"] } == ["missed context", "missed"])
    }

    @Test func axisReachesToTwiceWhatTheObjectiveAllows() throws {
        // 99.5 allows 50 hundredths: the axis ends at 100 of them, and 28 are 37 px.
        let drawn = try svg(chart(try report("2026-10", of: twoOutages), target: 995_000))
        #expect(drawn.all("rect").map { $0.attributes["height"] } == ["18", "37"])
        #expect(drawn.all("rect").map { $0.attributes["class"] } == ["met context", "met"])
        #expect(drawn.all("text").first?.text == "99%")
    }

    @Test func barBeyondTenAllowancesIsBroken() throws {
        // 99.99 allows 10 thousandths and is shown with three decimals; the axis ends at 100, and October lost 278.
        let chart = chart(try report("2026-10", of: twoOutages), target: 999_900)
        let drawn = try svg(chart)
        let bars = drawn.all("rect")
        #expect(bars.map { $0.attributes["class"] } == ["missed context", "break", "missed", "break"])
        #expect(bars.map { $0.attributes["height"] } == ["132", "5", "132", "5"])
        #expect(drawn.all("svg").compactMap { $0.all("text").first?.text } == ["100", "99.861", "99.722"])
        #expect(chart.caption.hasSuffix("A broken bar is too long to be shown in full."))
    }

    @Test func chartsOfOneObjectiveHaveOneScale() throws {
        // 99.95 allows 50 thousandths. Alone, October's 278 end the first axis, and in September's report 139 the second.
        let charts = UptimeByMonth.onCommonScales([
            chart(try report("2026-10", of: twoOutages), target: 999_500),
            chart(try report("2026-09", of: twoOutages), target: 999_500),
            chart(try report("2026-09", of: twoOutages), target: 999_900),
        ])
        let drawn = try charts.map(svg)
        // 132 px are 278 thousandths, of which 139 are 66. The third's axis ends at ten times the 10 that 99.99 allows.
        #expect(drawn.map { $0.all("rect").first?.attributes["height"] } == ["66", "66", "132"])
        #expect(drawn[0].all("text").first?.text == drawn[1].all("text").first?.text)
        // Bars of both begin at the same place.
        let edges = drawn.map { $0.all("rect").first?.attributes["x"] }
        #expect(edges[0] == edges[1])
    }

    @Test func equalFiguresHaveBarsOfOneLength() throws {
        // 1 h of 30 and of 31 days: 0.138… and 0.134… %, both shown as 99.86.
        var page = twoOutages
        page.incidents[0] = outage("b", from: "2026-10-05T10:00", to: "2026-10-05T11:00")
        let drawn = try svg(chart(try report("2026-10", of: page)))
        #expect(drawn.all("rect").map { $0.attributes["height"] } == ["132", "132"])
        #expect(drawn.all("svg").compactMap { $0.all("text").first?.text } == ["100", "99.86", "99.86"])
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
        // One longer than the chart leaves half of it to what is drawn.
        #expect(TextRoom.share(for: String(repeating: "a", count: 100)).hundredths == 5_000)
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
        let chart = RestorationDots(
            of: report.restorations,
            among: report.allIncidents,
            on: Sample.full,
            words: words
        )
        let drawn = try svg(chart)
        // SEV-1 took 47 min, SEV-2 3 h 30 min: two rows on a scale of 10 min, 1 h and 6 h.
        let dots = drawn.all("circle")
        #expect(dots.map { $0.attributes["cy"] } == ["39", "105"])
        #expect(
            dots.map { $0["title"] }
                == ["Oven 3 stays cold: 47 min", "Ovens are too warm: 3 h 30 min"].map(\.unbrokenTimes))
        // 1.5 + 97 · log(47/10) / log(36), and 1.5 + 97 · log(21) / log(36)
        #expect(dots.map { $0.attributes["cx"] } == ["43.39%", "83.91%"])
        #expect(
            chart.summary == "SEV-1, Critical: 47 min. SEV-2, High: 3 h 30 min.".unbrokenTimes
        )
        let medians = drawn.all("line").filter { $0.attributes["class"] == "median" }
        #expect(medians.map { $0.attributes["x1"] } == ["43.39%", "83.91%"])
    }

    @Test func dotsThatWouldCoverOneAnotherStandBesideEachOther() throws {
        let same = (0..<3).map { PeriodReport.Restoration(incident: $0, severity: 1, seconds: 3_600) }
        let drawn = try svg(RestorationDots(of: same, among: Self.incidents, on: Sample.full, words: words))
        #expect(Set(drawn.all("circle").map { $0.attributes["cy"] }) == ["39", "32", "46"])
    }

    @Test func tooManyDotsAreCountedInColumns() throws {
        let many = (0...200).map { place in
            PeriodReport.Restoration(incident: 0, severity: 1, seconds: place < 100 ? 3_600 : 600)
        }
        let drawn = try svg(RestorationDots(of: many, among: Self.incidents, on: Sample.full, words: words))
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
        let rows = BudgetBurnDown.rows(of: report.budgets, during: report.range, words: words)
        let chart = try #require(rows.first)
        let drawn = try svg(chart)
        #expect(chart.summary == "Ovens: 16.67% over.")
        let areas = drawn.all("svg")
        // A budget is 40 px; 16.67 % below it are 7.
        #expect(areas.map { $0.attributes["height"] } == ["40", "7"])
        #expect(areas.map { $0.attributes["y"] } == ["28", "68"])
        // The scale's longest figure, 100%, is 28 px wide; with a gap of 8 that is 12.85 % of 280 px. What is below zero
        // has no room for one.
        #expect(areas.map { $0.attributes["x"] } == ["12.85%", "12.85%"])
        #expect(areas.map { $0.attributes["width"] } == ["87.15%", "87.15%"])
        let marks = drawn.all("text").filter { $0.attributes["class"] == "context" }
        #expect(marks.map(\.text) == ["100%", "0%"])
        #expect(marks.map { $0.attributes["y"] } == ["32", "72"])
        #expect(areas.map { $0.attributes["viewBox"] } == ["0 0 10000 10000", "0 0 10000 1667"])
        let path = try #require(areas[0].all("path").first?.attributes["d"])
        // Ten days of a whole budget, then a third less each day: day 11 ends at 11/30 of the width.
        #expect(path.hasPrefix("M0 10000V0H333V0H666"))
        #expect(path.contains("V0H3333V3334H3666V6667H4000V10000H4333V10000H4666"))
        #expect(path.hasSuffix("V10000H10000V10000Z"))
        let over = try #require(areas[1].all("path").first?.attributes["d"])
        #expect(over.hasPrefix("M0 0V0H333") && over.contains("V0H4333V1667H4666"))
    }

    @Test func budgetOverspentBeyondTheFrameIsBroken() throws {
        var page = Sample.empty
        // 1 % of 30 days are 7 h 12 min, of which 24 h are spent on the 11th.
        page.components[0].target = Target(millionths: 990_000)
        page.incidents = [outage("b", from: "2026-09-11T00:00", to: "2026-09-12T00:00")]
        let report = try report("2026-09", of: page)
        let rows = BudgetBurnDown.rows(of: report.budgets, during: report.range, words: words)
        let drawn = try svg(try #require(rows.first))
        let gaps = drawn.all("rect")
        // The scale's longest figure, −100%, takes 13 + 28 + 8 of 280 px: 17.5 %. From the 11th's start, a third of the rest,
        // to the end; the row ends at 28 + 40 + 40 px.
        #expect(gaps.map { $0.attributes["x"] } == ["44.99%"])
        #expect(gaps.map { $0.attributes["width"] } == ["55.01%"])
        #expect(gaps.map { $0.attributes["y"] } == ["98"])
        let marks = drawn.all("text").filter { $0.attributes["class"] == "context" }
        #expect(marks.map(\.text) == ["100%", "0%", "−100%"])
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
        let rows = BudgetBurnDown.rows(
            of: report.budgets,
            during: report.range,
            words: Localizer(of: page, in: .english)
        )
        #expect(rows.count == 8)
        #expect(rows.dropLast().allSatisfy { $0.caption.isEmpty })
        #expect(rows[7].caption.hasSuffix("4 other components spent less."))
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
        let words = Localizer(of: page, in: .english)
        let budgets = BudgetBurnDown.rows(of: report.budgets, during: report.range, words: words)
        for chart: any Chart in [
            try #require(budgets.first),
            RestorationDots(of: report.restorations, among: report.allIncidents, on: page, words: words),
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
