import Reliability
import StatusModel

/// The number of incidents that started in each month: a row of columns for each severity, all on one scale.
struct IncidentsByMonth: Chart {
    private let months: [MonthFigures]
    private let range: TimeRange
    private let labels: [String]
    private let ranks: [Severity.Rank]
    private let words: Localizer

    /// Makes the chart.
    ///
    /// - Parameters:
    ///   - range: the reported period, whose months are more prominent than those around it.
    ///   - severities: the labels of the severities. Those without incidents are left out.
    init(of months: [MonthFigures], within range: TimeRange, severities labels: [String], words: Localizer) {
        (self.months, self.range, self.labels, self.words) = (months, range, labels, words)
        ranks = labels.indices.filter { rank in months.contains { $0.bySeverity[rank] > 0 } }
    }
}

extension IncidentsByMonth {
    var title: String { words.text.chartIncidentsTitle }

    var summary: String {
        let rows = ranks.map { rank in
            let counts = months.filter { $0.bySeverity[rank] > 0 }.map {
                words.text.chartIncidentsMonth(
                    $0.bySeverity[rank],
                    month: words.shortName(ofMonth: $0.month.firstDay)
                )
            }
            return words.text.chartIncidentsSeverity(
                months: words.enumeration(counts),
                severity: labels[rank]
            )
        }
        return words.text.together(rows)
    }

    var caption: String { words.text.chartIncidentsCaption }

    var height: Int { ranks.count * Self.row + 20 }

    var body: HTML {
        let most = months.flatMap(\.bySeverity).max() ?? 1
        let rows = ranks.enumerated().map { place, rank in row(rank, at: place * Self.row, most: max(most, 1))
        }
        return rows.joined() + axis
    }
}

private extension IncidentsByMonth {
    /// The height of a row: a label, the columns' numbers, and the columns.
    static var row: Int { 84 }
    static var plot: Int { 36 }

    func row(_ rank: Severity.Rank, at top: Int, most: Int) -> HTML {
        let base = top + Self.row - 6
        let columns = months.enumerated().map { place, month -> HTML in
            let count = month.bySeverity[rank]
            guard count > 0 else { return .empty }
            let tall = max(1, (count * Self.plot + most / 2) / most)
            let kind = kind(of: month)
            let label = most < 100 ? kind : (most < 1_000 ? "many " : "wide ") + kind
            return ChartPart.rect(
                x: left(of: place),
                y: base - tall,
                width: Across(hundredths: slot * 7 / 10),
                height: tall,
                class: kind
            )
                + ChartPart.text(
                    words.grouped(count),
                    x: middle(of: place),
                    y: base - tall - 4,
                    anchor: .middle,
                    class: label
                )
        }
        return ChartPart.text(labels[rank], x: Across(hundredths: 0), y: top + 14, class: "name")
            + columns.joined()
            + ChartPart.line(from: Across(hundredths: 0), base, to: Across(hundredths: 10_000), base)
    }

    /// The months' names; on a narrow screen the shortest ones.
    var axis: HTML {
        months.enumerated().map { place, month -> HTML in
            let (index, dates) = (month.month.firstDay.month - 1, words.conventions.dates)
            let x = middle(of: place)
            return ChartPart.text(
                dates.shortMonthsAlone[index],
                x: x,
                y: height - 6,
                anchor: .middle,
                class: "wide " + kind(of: month)
            )
                + ChartPart.text(
                    dates.narrowMonths[index],
                    x: x,
                    y: height - 6,
                    anchor: .middle,
                    class: "narrow " + kind(of: month)
                )
        }
        .joined()
    }

    /// The width of a month in hundredths of a percent: a twelfth, even if there are fewer months.
    var slot: Int { 10_000 / max(months.count, 12) }

    func left(of place: Int) -> Across { Across(hundredths: place * slot + slot * 3 / 20) }
    func middle(of place: Int) -> Across { Across(hundredths: place * slot + slot / 2) }
    func kind(of month: MonthFigures) -> String {
        range.contains(month.month.range(in: words.zone).from) ? "" : "context"
    }
}
