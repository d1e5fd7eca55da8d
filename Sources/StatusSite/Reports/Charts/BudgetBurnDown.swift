import Reliability
import StatusModel

/// What is left of a component's error budget over time, as steps: the whole budget is at the top, nothing is at the zero
/// line, and what was overspent is below it.
///
/// Each component has its own drawing, so that a printed page can end between them; they share one scale.
struct BudgetBurnDown: Chart {
    private let course: BudgetCourse
    private let range: TimeRange
    /// The lowest share that any of the drawings shows, in hundredths of a percent: 0 or less, and not below −100 %.
    private let lowest: Int
    /// The explanation of all drawings if this is the last one, or else empty.
    let caption: String
    private let words: Localizer

    /// The number of components that are drawn.
    static let limit = 8
}

extension BudgetBurnDown {
    /// Returns the drawings for the courses of a period, which come with the largest share spent first.
    static func rows(of courses: [BudgetCourse], during range: TimeRange, words: Localizer)
        -> [BudgetBurnDown]
    {
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
        drawing + (caption.isEmpty ? .empty : dates)
    }
}

private extension BudgetBurnDown {
    /// The height of a whole budget, in pixels.
    static var whole: Int { 40 }
    /// The height above it, for the component's name.
    static var top: Int { 28 }
    var below: Int { (Self.whole * -lowest + 9_999) / 10_000 }
    /// The height of a row: a label, a whole budget, and the part below zero.
    var row: Int { Self.top + Self.whole + below + 12 }

    /// The figures of the scale: a whole budget, none, and as much overspent as the row shows, if there is room for
    /// that.
    var marks: [(share: Int, y: Int)] {
        let zero = Self.top + Self.whole
        return [(10_000, Self.top), (0, zero)] + (below < 14 ? [] : [(lowest, zero + below)])
    }

    func name(ofMark share: Int) -> String {
        let size = words.percentage(basisPoints: abs(share))
        return share < 0 ? words.text.reportComparisonDecrease(size: size) : size
    }

    /// The left edge of the curve, which leaves room for the scale's figures at 280 px.
    var start: Int { marks.map { TextRoom.share(for: name(ofMark: $0.share)).hundredths }.max() ?? 0 }

    /// Returns a place of the course, in hundredths of a percent of its width.
    func across(_ place: Int) -> Across { Across(hundredths: start + place * (10_000 - start) / 10_000) }

    var scale: HTML {
        marks.map { mark in
            ChartPart.text(
                name(ofMark: mark.share),
                x: Across(hundredths: 0),
                y: mark.y + 4,
                class: "context"
            )
        }
        .joined()
    }

    /// The first and the last day.
    var dates: HTML {
        ChartPart.text(
            words.dayAndMonth(words.zone.day(of: range.from)),
            x: across(0),
            y: height - 4
        )
            + ChartPart.text(
                words.dayAndMonth(words.zone.day(of: range.to - 1)),
                x: Across(hundredths: 10_000),
                y: height - 4,
                anchor: .end
            )
    }

    var drawing: HTML {
        let zero = Self.top + Self.whole
        let over: HTML =
            below > 0
            ? area(of: course, at: zero, height: below, from: lowest, to: 0, class: "over")
                + breaks(of: course, at: zero + below) : .empty
        return ChartPart.text(name(of: course), x: Across(hundredths: 0), y: 14, class: "name")
            + ChartPart.text(state(of: course), x: Across(hundredths: 10_000), y: 14, anchor: .end)
            + scale
            + area(of: course, at: Self.top, height: Self.whole, from: 0, to: 10_000, class: "left")
            + over
            + ChartPart.line(
                from: across(0),
                Self.top,
                to: across(10_000),
                zero,
                class: "pace"
            )
            + ChartPart.line(
                from: across(0),
                zero,
                to: across(10_000),
                zero,
                class: "zero"
            )
    }

    /// Returns the part of the area between the course and zero that is between two shares.
    ///
    /// The course falls in steps: between two points it has the value of the second one.
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
            "<svg class=\"area\" x=\"\(across(0))\" y=\"\(top)\" width=\"\(Across(hundredths: 10_000 - start))\" height=\"\(height)\" viewBox=\"0 0 10000 \(high - low)\" "
            + "preserveAspectRatio=\"none\"><path class=\"\(name)\" d=\"\(path)\"/></svg>"
    }

    /// Returns gaps near the lower edge, where more is overspent than the row shows.
    func breaks(of course: BudgetCourse, at bottom: Int) -> HTML {
        var (first, gaps): (Int?, [HTML]) = (nil, [])
        var from = 0
        for point in course.points {
            if point.leftBasisPoints < lowest { first = first ?? from }
            if point.leftBasisPoints >= lowest, let start = first {
                gaps.append(gap(from: start, to: from, at: bottom))
                first = nil
            }
            from = x(of: point.at)
        }
        if let first { gaps.append(gap(from: first, to: from, at: bottom)) }
        return gaps.joined()
    }

    func gap(from first: Int, to last: Int, at bottom: Int) -> HTML {
        ChartPart.rect(
            x: across(first),
            y: bottom - 10,
            width: Across(hundredths: across(last).hundredths - across(first).hundredths),
            height: 4,
            class: "break"
        )
    }

    func x(of instant: Instant) -> Int { (instant - range.from) * 10_000 / range.seconds }

    /// Returns a component's name, cut so that there is room for the state next to it.
    func name(of course: BudgetCourse) -> String {
        TextRoom.cut(words.components[course.component], beside: state(of: course), atMost: 154)
    }

    /// Returns the state of a budget, such as "12.5% left" or "4.17% over".
    func state(of course: BudgetCourse) -> String {
        let left = 10_000 - (course.budget.consumedBasisPoints ?? 0)
        return left < 0
            ? words.text.chartBudgetsOver(share: words.percentage(basisPoints: -left))
            : words.text.chartBudgetsLeft(share: words.percentage(basisPoints: left))
    }
}
