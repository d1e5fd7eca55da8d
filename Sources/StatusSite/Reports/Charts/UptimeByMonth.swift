import Reliability
import StatusModel

/// The site's uptime month by month: a bar for the time lost, from zero, and the uptime beside it.
///
/// Bars of uptime would all look alike, or need an axis that does not begin at zero; what was lost needs
/// neither.
struct UptimeByMonth: Chart {
    private let months: [MonthFigures]
    private let range: TimeRange
    private let words: Words

    /// - Parameter range: the reported period, whose months are drawn stronger than those around.
    init(of months: [MonthFigures], within range: TimeRange, words: Words) {
        (self.months, self.range, self.words) = (months, range, words)
    }
}

extension UptimeByMonth {
    var title: String { words.text.chartUptimeTitle }

    var summary: String {
        words.sentence(
            of: months.map {
                words.text.chartUptimeMonth(month: name(of: $0), uptime: words.share($0.whole.componentTime))
            }
        )
    }

    var caption: String { words.text.chartUptimeCaption }

    var height: Int { months.count * Self.row }

    var body: HTML {
        let start = start
        let most = months.map { Self.lost($0.whole.componentTime) }.max() ?? 0
        return months.enumerated().map { row, month in
            let top = row * Self.row
            let lost = most == 0 ? 0 : Self.lost(month.whole.componentTime) * (Self.end - start) / most
            let kind = range.contains(month.month.range(in: words.zone).from) ? "" : "context"
            let end = Across(hundredths: start + lost)
            let bar: HTML =
                lost == 0
                ? .empty
                : ChartPart.rect(
                    x: Across(hundredths: start),
                    y: top + 4,
                    width: Across(hundredths: max(lost, 20)),
                    height: Self.row - 8,
                    class: kind
                )
            return ChartPart.text(name(of: month), x: Across(hundredths: 0), y: top + 16, class: kind) + bar
                + ChartPart.text(
                    words.share(month.whole.componentTime), x: end, dx: 6, y: top + 16, class: kind)
        }
        .joined()
    }
}

private extension UptimeByMonth {
    static var row: Int { 22 }
    /// Where bars begin, in hundredths of a percent: names have room in front of them at 280 px.
    var start: Int { max(2_400, months.map { TextRoom.share(for: name(of: $0)).hundredths }.max() ?? 0) }
    /// Where the widest ends, so that the figures have room behind it.
    static var end: Int { 7_600 }

    /// The share of time lost, in millionths.
    static func lost(_ uptime: Uptime) -> Int {
        uptime.observedSeconds == 0 ? 0 : 1000 * uptime.downtimeMilliseconds / uptime.observedSeconds
    }

    func name(of month: MonthFigures) -> String { words.shortName(ofMonth: month.month.firstDay) }
}
