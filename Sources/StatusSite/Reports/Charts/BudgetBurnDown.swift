import Reliability
import StatusModel

/// What was left of a component's error budget, step by step: from all of it at the top to nothing at the zero line, and
/// below it what was overspent.
///
/// A drawing for each component, so that a page of paper can end between them; they have one scale.
struct BudgetBurnDown: Chart {
    private let course: BudgetCourse
    private let range: TimeRange
    /// The lowest share that any of them shows, in hundredths of a percent: 0 or less, and not below −100 %.
    private let lowest: Int
    /// What the last one explains for all.
    let caption: String
    private let words: Words

    /// How many components are drawn.
    static let limit = 8
}

extension BudgetBurnDown {
    /// Draws the courses of a period, which come with the largest share spent first.
    static func rows(of courses: [BudgetCourse], during range: TimeRange, words: Words) -> [BudgetBurnDown] {
        let drawn = courses.prefix(limit)
        let shares = drawn.flatMap(\.points).map(\.leftBasisPoints)
        let lowest = max(-10_000, min(0, shares.min() ?? 0))
        let isCut = shares.contains { $0 < lowest }
        let text = words.text
        let sentences = [
            text.chartBudgetsCaption,
            range.seconds > 100 * 86_400 ? text.chartBudgetsWeeks : text.chartBudgetsDays,
            isCut ? text.chartBudgetsCut : nil,
            courses.count > limit ? text.chartBudgetsMore(courses.count - limit) : nil,
        ]
        return drawn.enumerated().map { place, course in
            BudgetBurnDown(
                course: course,
                range: range,
                lowest: lowest,
                caption: place == drawn.count - 1 ? text.together(sentences.compactMap { $0 }) : "",
                words: words
            )
        }
    }

    var title: String { words.text.chartBudgetsTitle }

    var summary: String {
        words.text.chartBudgetsComponent(
            component: words.components[course.component],
            state: state(of: course)
        )
    }

    var height: Int { row + (caption.isEmpty ? 0 : 20) }

    var body: HTML {
        drawing(of: course, at: 0) + (caption.isEmpty ? .empty : dates)
    }
}

private extension BudgetBurnDown {
    /// The height of a whole budget in pixels.
    static var whole: Int { 40 }
    var below: Int { (Self.whole * -lowest + 9_999) / 10_000 }
    /// A row's height: a label, a whole budget, and what is below zero.
    var row: Int { 20 + Self.whole + below + 12 }

    /// The first and the last day.
    var dates: HTML {
        ChartPart.text(
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

    func drawing(of course: BudgetCourse, at top: Int) -> HTML {
        let zero = top + 20 + Self.whole
        let over: HTML =
            below > 0
            ? area(of: course, at: zero, height: below, from: lowest, to: 0, class: "over")
                + breaks(of: course, at: zero + below) : .empty
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

    /// The area between the course and zero, as far as it lies between two shares. It falls in steps: from one point to
    /// the next there is what was left at the next.
    func area(
        of course: BudgetCourse,
        at top: Int,
        height: Int,
        from low: Int,
        to high: Int,
        class name: String
    ) -> HTML {
        let shares = course.points.map { min(max($0.leftBasisPoints, low), high) }
        guard shares.contains(where: { $0 != 0 }) else { return "" }
        var path = "M0 \(high)"
        for (point, share) in zip(course.points, shares) { path += "V\(high - share)H\(x(of: point.at))" }
        path += "V\(high)Z"
        return
            "<svg class=\"area\" y=\"\(top)\" width=\"100%\" height=\"\(height)\" viewBox=\"0 0 10000 \(high - low)\" "
            + "preserveAspectRatio=\"none\"><path class=\"\(name)\" d=\"\(path)\"/></svg>"
    }

    /// Gaps near the lower edge where more is overspent than the row shows.
    func breaks(of course: BudgetCourse, at bottom: Int) -> HTML {
        var (start, gaps): (Int?, [HTML]) = (nil, [])
        var from = 0
        for point in course.points {
            if point.leftBasisPoints < lowest { start = start ?? from }
            if point.leftBasisPoints >= lowest, let first = start {
                gaps.append(gap(from: first, to: from, at: bottom))
                start = nil
            }
            from = x(of: point.at)
        }
        if let start { gaps.append(gap(from: start, to: from, at: bottom)) }
        return gaps.joined()
    }

    func gap(from start: Int, to end: Int, at bottom: Int) -> HTML {
        ChartPart.rect(
            x: Across(hundredths: start),
            y: bottom - 10,
            width: Across(hundredths: end - start),
            height: 4,
            class: "break"
        )
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
