import Reliability
import StatusModel

/// The time to restore service in each incident: a row for each severity and a dot for each incident, on a logarithmic
/// scale, with the median marked.
///
/// If there are too many incidents for dots, columns count them.
struct RestorationDots: Chart {
    private let rows: [Row]
    private let scale: LogarithmicScale
    private let hasDots: Bool
    private let incidents: [IncidentFacts]
    private let page: StatusPage
    private let words: Localizer

    /// A severity's incidents.
    fileprivate struct Row: Sendable {
        let severity: Severity.Rank
        /// The shortest first.
        let restorations: [PeriodReport.Restoration]
        let median: Int
    }

    /// The largest number of incidents that are drawn as dots.
    static let dotLimit = 200

    /// Makes the chart.
    ///
    /// - Parameter incidents: the incidents that the restorations' places refer to.
    init(
        of restorations: [PeriodReport.Restoration],
        among incidents: [IncidentFacts],
        on page: StatusPage,
        words: Localizer
    ) {
        let bySeverity = Dictionary(grouping: restorations, by: \.severity)
        rows = bySeverity.keys.sorted().map { rank in
            let sorted = (bySeverity[rank] ?? []).sorted {
                ($0.seconds, $0.incident) < ($1.seconds, $1.incident)
            }
            return Row(
                severity: rank,
                restorations: sorted,
                median: Summary(of: sorted.map(\.seconds)).median ?? 0
            )
        }
        scale = LogarithmicScale(for: restorations.map(\.seconds))
        hasDots = restorations.count <= Self.dotLimit
        (self.incidents, self.page, self.words) = (incidents, page, words)
    }
}

extension RestorationDots {
    var title: String { words.text.chartRestorationsTitle }

    var summary: String {
        words.text.together(
            rows.map {
                words.text.chartRestorationsSeverity(
                    median: median(of: $0),
                    severity: words.label(of: page.severities[$0.severity])
                )
            }
        )
    }

    var caption: String {
        hasDots ? words.text.chartRestorationsDots : words.text.chartRestorationsColumns
    }

    var height: Int { rows.count * Self.row + 22 }

    var body: HTML {
        let most = rows.flatMap(counts).max() ?? 1
        let drawn = rows.enumerated().map { place, row -> HTML in
            let top = place * Self.row
            let x = x(of: row.median)
            return names(of: row, at: top + 14)
                + (hasDots ? .empty : columns(of: row, at: top, most: most))
                + ChartPart.line(from: x, top + 21, to: x, top + 57, class: "median")
                + (hasDots ? dots(of: row, at: top) : .empty)
        }
        return ticks + drawn.joined()
    }
}

private extension RestorationDots {
    /// The height of a row: a label, and 36 px for the dots.
    static var row: Int { 66 }

    /// Returns the severity and its median; on a narrow screen the team's build leaves out the level.
    func names(of row: Row, at y: Int) -> HTML {
        let (severity, left) = (page.severities[row.severity], Across(hundredths: 0))
        let median = median(of: row)
        let name = TextRoom.cut(severity.name ?? severity.level, beside: median)
        return ChartPart.text(words.label(of: severity), x: left, y: y, class: "wide name")
            + ChartPart.text(name, x: left, y: y, class: "narrow name")
            + ChartPart.text(median, x: Across(hundredths: 10_000), y: y, anchor: .end)
    }

    /// Returns the median, such as "median of 6: 47 min", or the duration of a single incident.
    func median(of row: Row) -> String {
        guard row.restorations.count > 1 else { return words.duration(row.median) }
        return words.text.chartRestorationsMedian(
            row.restorations.count, duration: words.duration(row.median))
    }

    /// The round durations, and the lines that mark them through all rows.
    ///
    /// A narrow screen leaves out names that would cover others.
    var ticks: HTML {
        let bottom = rows.count * Self.row
        let names = scale.ticks.map(words.duration)
        let crowded = TextRoom.crowded(names, at: scale.ticks.map(x))
        return zip(scale.ticks, names).enumerated().map { place, tick -> HTML in
            let (x, name) = (x(of: tick.0), tick.1)
            let anchor: ChartPart.Anchor =
                place == 0 ? .start : place == scale.ticks.count - 1 ? .end : .middle
            let lines = rows.indices.map { row in
                ChartPart.line(from: x, row * Self.row + 21, to: x, row * Self.row + 57)
            }
            return lines.joined()
                + ChartPart.text(
                    name,
                    x: x,
                    y: bottom + 14,
                    anchor: anchor,
                    class: crowded.contains(place) ? "wide" : ""
                )
        }
        .joined()
    }

    /// Returns the dots; those that would overlap are on different levels.
    func dots(of row: Row, at top: Int) -> HTML {
        var ends = Array(repeating: -Self.spacing, count: Self.levels.count)
        return row.restorations.map { restoration -> HTML in
            let x = x(of: restoration.seconds)
            let free = ends.indices.first { ends[$0] + Self.spacing <= x.hundredths }
            let level = free ?? ends.indices.min { (ends[$0], $0) < (ends[$1], $1) } ?? 0
            ends[level] = x.hundredths
            let title = words.text.chartRestorationsIncident(
                duration: words.duration(restoration.seconds),
                title: incidents[restoration.incident].record.title
            )
            return "<circle cx=\"\(x)\" cy=\"\(top + 39 + Self.levels[level])\" r=\"3.5\">"
                + "<title>\(title)</title></circle>"
        }
        .joined()
    }

    /// The smallest distance of two dots on one level, in hundredths of a percent: 7 px of 280.
    static var spacing: Int { 250 }
    /// The distances of the levels from the middle, in the order in which they are filled.
    static var levels: [Int] { [0, -7, 7, -14, 14] }

    func columns(of row: Row, at top: Int, most: Int) -> HTML {
        counts(of: row).enumerated().map { bin, count -> HTML in
            guard count > 0 else { return .empty }
            let tall = max(1, (count * 36 + most / 2) / most)
            let x = Across(hundredths: Self.margin + bin * Self.span / Self.bins)
            return ChartPart.rect(
                x: x,
                y: top + 57 - tall,
                width: Across(hundredths: Self.span / Self.bins - 20),
                height: tall
            )
        }
        .joined()
    }

    /// Returns the number of the row's incidents in each bin.
    func counts(of row: Row) -> [Int] {
        var counts = Array(repeating: 0, count: Self.bins)
        guard !hasDots else { return counts }
        for restoration in row.restorations {
            counts[min(Int(scale.position(of: restoration.seconds) * Double(Self.bins)), Self.bins - 1)] += 1
        }
        return counts
    }

    static var bins: Int { 40 }
    /// The margin at both sides and the width between them, in hundredths of a percent.
    static var margin: Int { 150 }
    static var span: Int { 10_000 - 2 * margin }

    func x(of seconds: Int) -> Across {
        Across(hundredths: Self.margin + Int((scale.position(of: seconds) * Double(Self.span)).rounded()))
    }
}
