import Reliability
import StatusModel

/// Uptime month by month: bars that extend down from 100 % by the share that was lost, with the uptime below each.
///
/// The axis extends to the larger of twice the objective's allowance and the longest bar, but not beyond ten times the
/// allowance: a longer bar is broken. Lengths are those of the figures as they are shown, so that equal figures have
/// equal bars. Charts of one objective have one scale, so that their bars can be compared.
struct UptimeByMonth: Chart {
    let title: String
    /// The component's name; empty for the site.
    let heading: String
    private let months: [Month]
    private let target: Target?
    private let decimals: Int
    private let words: Localizer
    private var scale = Scale(reach: 1, start: 0)

    /// The length of the axis, and where the bars begin.
    private struct Scale {
        /// The end of the axis: a whole number of the last decimal.
        let reach: Int
        /// The left edge of the bars, in hundredths of a percent of the width.
        let start: Int
    }

    /// A month's figures.
    struct Month: Sendable {
        let month: Period
        let uptime: Uptime
        /// Whether the reported period contains it; the others are gray.
        let isReported: Bool
    }

    /// Makes the chart.
    ///
    /// - Parameter target: the objective that each month is compared with; `nil` if there is none for all.
    init(_ title: String, of months: [Month], target: Target?, heading: String = "", words: Localizer) {
        (self.title, self.heading, self.months, self.target, self.words) = (
            title, heading, months, target, words
        )
        decimals = max(2, (target?.decimals ?? 0) + 1)
        scale = ownScale
    }
}

extension UptimeByMonth {
    var summary: String {
        words.sentence(
            of: months.map {
                words.text.chartUptimeMonth(
                    month: words.shortName(ofMonth: $0.month.firstDay),
                    uptime: words.share($0.uptime, beside: target)
                )
            }
        )
    }

    var caption: String {
        let sentences = [
            heading.isEmpty ? words.text.chartUptimeCaption : nil,
            target.map { words.text.chartUptimeObjective(objective: words.share($0)) },
            isCut ? words.text.chartUptimeCut : nil,
        ]
        return words.text.together(sentences.compactMap { $0 })
    }

    /// Returns the charts; those of one objective get the scale of the one among them that extends furthest.
    static func onCommonScales(_ charts: [UptimeByMonth]) -> [UptimeByMonth] {
        let furthest = Dictionary(charts.map { ($0.target, $0.scale) }) { one, other in
            one.reach < other.reach ? other : one
        }
        return charts.map { chart in
            var chart = chart
            chart.scale = furthest[chart.target] ?? chart.scale
            return chart
        }
    }

    var height: Int { Self.top + Self.plot + Self.foot }

    var body: HTML {
        lines + months.enumerated().map { place, month in drawing(of: month, at: place) }.joined()
    }
}

private extension UptimeByMonth {
    /// The heights of the months' names, of the bars, and of the figures below the longest bar, which are upright on a
    /// narrow screen.
    static var top: Int { 22 }
    static var plot: Int { 132 }
    static var foot: Int { 52 }

    /// Returns the lost part of a month as it is shown: a whole number of the last decimal.
    func lost(_ uptime: Uptime) -> Int { uptime.lost(inUnitsOf: whole) }
    /// 100 % in the same unit.
    var whole: Int { (0..<decimals).reduce(100) { whole, _ in 10 * whole } }
    /// The loss that the objective allows, in the same unit; 0 without an objective.
    var allowance: Int { target.map { (1_000_000 - $0.millionths) * (whole / 100) / 10_000 } ?? 0 }
    var worst: Int { months.map { lost($0.uptime) }.max() ?? 0 }
    /// The chart's scale without others; there is room for the axis' figures in front of the bars at 280 px.
    private var ownScale: Scale {
        let longest = allowance > 0 ? min(worst, 10 * allowance) : worst
        let reach = min(whole, max(longest, 2 * allowance, 1))
        let rooms = [0, allowance, reach].map { TextRoom.share(for: percentage(without: $0)).hundredths }
        return Scale(reach: reach, start: rooms.max() ?? 0)
    }
    var isCut: Bool { worst > scale.reach }

    func height(of lost: Int) -> Int {
        guard lost > 0 else { return 0 }
        return max(1, (min(lost, scale.reach) * Self.plot + scale.reach / 2) / scale.reach)
    }

    /// Returns the percentage that remains after a loss.
    func percentage(without lost: Int) -> String {
        let unit = whole / 100
        let (full, rest) = (whole - lost).quotientAndRemainder(dividingBy: unit)
        var digits = String(unit + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return words.conventions.numbers.percentage("\(full)\(digits.isEmpty ? "" : "." + digits)")
    }

    /// The lines at 100 %, at the objective, and at the end of the axis.
    var lines: HTML {
        let objective: HTML =
            allowance > 0 ? line(at: allowance, class: "objective", name: "objective name") : .empty
        return line(at: scale.reach) + objective + line(at: 0, class: "zero")
    }

    func line(at lost: Int, class kind: String = "", name: String = "context") -> HTML {
        let y = Self.top + height(of: lost)
        // If the objective is close to 100 %, the figure of 100 % is above its line.
        let lift = lost == 0 && allowance > 0 ? max(0, 14 - height(of: allowance)) : 0
        return ChartPart.text(
            percentage(without: lost),
            x: Across(hundredths: 0),
            y: y + 4 - lift,
            class: name
        )
            + ChartPart.line(
                from: Across(hundredths: start),
                y,
                to: Across(hundredths: 10_000),
                y,
                class: kind
            )
    }

    var start: Int { scale.start }
    /// The width of a month: a twelfth, even if there are fewer months.
    var slot: Int { (10_000 - start) / max(months.count, 12) }

    func drawing(of month: Month, at place: Int) -> HTML {
        let (middle, lost) = (Across(hundredths: start + place * slot + slot / 2), lost(month.uptime))
        let kind = month.isReported ? "" : "context"
        return names(of: month, at: middle, class: kind)
            + (lost == 0 ? .empty : bar(of: month, lost, at: place))
            + (month.uptime.observedSeconds == 0
                ? .empty
                : ChartPart.turningText(
                    figure(of: month.uptime),
                    x: middle,
                    y: Self.top + height(of: lost),
                    class: kind
                ))
    }

    func names(of month: Month, at x: Across, class kind: String) -> HTML {
        let (index, dates) = (month.month.firstDay.month - 1, words.conventions.dates)
        return [("wide", dates.shortMonthsAlone[index]), ("narrow", dates.narrowMonths[index])].map {
            width, name in
            ChartPart.text(name, x: x, y: Self.top - 8, anchor: .middle, class: "\(width) \(kind)")
        }
        .joined()
    }

    func bar(of month: Month, _ lost: Int, at place: Int) -> HTML {
        let (x, tall) = (Across(hundredths: start + place * slot + slot / 5), height(of: lost))
        let width = Across(hundredths: slot * 3 / 5)
        let verdict = allowance == 0 ? "" : lost > allowance ? "missed" : "met"
        let kind = [verdict, month.isReported ? "" : "context"].filter { !$0.isEmpty }.joined(separator: " ")
        let bar = ChartPart.rect(x: x, y: Self.top, width: width, height: tall, class: kind)
        guard lost > scale.reach else { return bar }
        // A gap near the end shows that the bar continues.
        return bar
            + ChartPart.rect(x: x, y: Self.top + tall - 14, width: width, height: 5, class: "break")
    }

    /// Returns the uptime without its percent sign, which the axis has.
    func figure(of uptime: Uptime) -> String {
        words.conventions.numbers.localized(String(uptime.text(beside: target).prefix { $0 != "%" }))
    }
}
