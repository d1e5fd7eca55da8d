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
    var title: String { "Uptime by month" }

    var summary: String {
        months.map { "\(name(of: $0)): \($0.uptime.text)" }.joined(separator: "; ") + "."
    }

    var caption: String { "Time lost each month, by the length of the bar; the uptime beside it." }

    var height: Int { months.count * Self.row }

    var body: String {
        let most = months.map { Self.lost($0.uptime) }.max() ?? 0
        return months.enumerated().map { row, month in
            let top = row * Self.row
            let lost = most == 0 ? 0 : Self.lost(month.uptime) * Self.widest / most
            let kind = range.contains(month.month.range(in: words.zone).from) ? "" : "context"
            let end = Across(hundredths: Self.start + lost)
            let bar =
                lost == 0
                ? ""
                : ChartPart.rect(
                    x: Across(hundredths: Self.start),
                    y: top + 4,
                    width: Across(hundredths: max(lost, 20)),
                    height: Self.row - 8,
                    class: kind
                )
            return ChartPart.text(name(of: month), x: Across(hundredths: 0), y: top + 16, class: kind) + bar
                + ChartPart.text(month.uptime.text, x: end, dx: 6, y: top + 16, class: kind)
        }
        .joined()
    }
}

private extension UptimeByMonth {
    static var row: Int { 22 }
    /// Where bars begin, and how wide the widest is, in hundredths of a percent: names and figures have room
    /// beside them at 280 px.
    static var start: Int { 2_400 }
    static var widest: Int { 5_200 }

    /// The share of time lost, in millionths.
    static func lost(_ uptime: Uptime) -> Int {
        uptime.observedSeconds == 0 ? 0 : 1000 * uptime.downtimeMilliseconds / uptime.observedSeconds
    }

    func name(of month: MonthFigures) -> String { words.shortName(ofMonth: month.month.firstDay) }
}
