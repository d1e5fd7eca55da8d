import Reliability
import StatusModel

/// What was left of each component's error budget, day by day: a row for each component that spent some, from
/// all of it at the top to nothing at the zero line, and below it what was overspent.
struct BudgetBurnDown: Chart {
    private let courses: [BudgetCourse]
    private let left: Int
    private let range: TimeRange
    private let words: Words

    /// How many components are drawn.
    static let limit = 8

    /// - Parameter courses: the largest share spent first.
    init(of courses: [BudgetCourse], during range: TimeRange, words: Words) {
        self.courses = Array(courses.prefix(Self.limit))
        left = courses.count - self.courses.count
        (self.range, self.words) = (range, words)
    }
}

extension BudgetBurnDown {
    var title: String { words.text.chartBudgetsTitle }

    var summary: String {
        words.text.together(
            courses.map {
                words.text.chartBudgetsComponent(
                    component: words.components[$0.component],
                    state: state(of: $0)
                )
            }
        )
    }

    var caption: String {
        let sentences = [
            words.text.chartBudgetsCaption, isCut ? words.text.chartBudgetsCut : nil,
            left > 0 ? words.text.chartBudgetsMore(left) : nil,
        ]
        return words.text.together(sentences.compactMap { $0 })
    }

    var height: Int { courses.count * row + 20 }

    var body: HTML {
        let rows = courses.enumerated().map { place, course in drawing(of: course, at: place * row) }
        return rows.joined()
            + ChartPart.text(
                words.dayAndMonth(words.zone.day(of: range.from)),
                x: Across(hundredths: 0),
                y: height - 4
            )
            + ChartPart.text(
                words.dayAndMonth(words.zone.day(of: range.to - 1)),
                x: Across(hundredths: 10_000),
                y: height - 4,
                anchor: .end
            )
    }
}

private extension BudgetBurnDown {
    /// The height of a whole budget in pixels.
    static var whole: Int { 40 }
    /// The lowest share that any row shows, in hundredths of a percent: 0 or less, and not below −100 %.
    var lowest: Int { max(-10_000, min(0, courses.flatMap(\.points).map(\.leftBasisPoints).min() ?? 0)) }
    var isCut: Bool { courses.contains { $0.points.contains { $0.leftBasisPoints < -10_000 } } }
    var below: Int { (Self.whole * -lowest + 9_999) / 10_000 }
    /// A row's height: a label, a whole budget, and what is below zero.
    var row: Int { 20 + Self.whole + below + 12 }

    func drawing(of course: BudgetCourse, at top: Int) -> HTML {
        let zero = top + 20 + Self.whole
        let over: HTML =
            below > 0 ? area(of: course, at: zero, height: below, from: lowest, to: 0, class: "over") : .empty
        return ChartPart.text(name(of: course), x: Across(hundredths: 0), y: top + 14, class: "name")
            + ChartPart.text(state(of: course), x: Across(hundredths: 10_000), y: top + 14, anchor: .end)
            + area(of: course, at: top + 20, height: Self.whole, from: 0, to: 10_000, class: "left")
            + over
            + ChartPart.line(
                from: Across(hundredths: 0),
                top + 20,
                to: Across(hundredths: 10_000),
                zero,
                class: "pace"
            )
            + ChartPart.line(
                from: Across(hundredths: 0),
                zero,
                to: Across(hundredths: 10_000),
                zero,
                class: "zero"
            )
    }

    /// The area between the course and zero, as far as it lies between two shares.
    func area(
        of course: BudgetCourse,
        at top: Int,
        height: Int,
        from low: Int,
        to high: Int,
        class name: String
    ) -> HTML {
        let shares = course.points.map { min(max($0.leftBasisPoints, low), high) }
        guard low == 0 || shares.contains(where: { $0 < 0 }) else { return "" }
        var path = "M0 \(high)V0"
        for (point, share) in zip(course.points, shares) { path += "L\(x(of: point.at)) \(high - share)" }
        path += "V\(high)Z"
        return
            "<svg class=\"area\" y=\"\(top)\" width=\"100%\" height=\"\(height)\" viewBox=\"0 0 10000 \(high - low)\" "
            + "preserveAspectRatio=\"none\"><path class=\"\(name)\" d=\"\(path)\"/></svg>"
    }

    func x(of instant: Instant) -> Int { (instant - range.from) * 10_000 / range.seconds }

    /// A name that leaves room for the state beside it, cut so that most states leave as much.
    func name(of course: BudgetCourse) -> String {
        TextRoom.cut(words.components[course.component], beside: state(of: course), atMost: 154)
    }

    /// As in "12.5% left" or "4.17% over".
    func state(of course: BudgetCourse) -> String {
        let left = 10_000 - (course.budget.consumedBasisPoints ?? 0)
        return left < 0
            ? words.text.chartBudgetsOver(share: words.percentage(basisPoints: -left))
            : words.text.chartBudgetsLeft(share: words.percentage(basisPoints: left))
    }
}
