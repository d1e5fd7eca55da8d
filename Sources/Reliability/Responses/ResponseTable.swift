import StatusModel

/// All incidents' response times in the order of the incidents' starts, with the groups that each
/// belongs to: a range is a slice of it.
struct ResponseTable: Sendable {
    private var rows: [Row] = []
    /// The groups of all rows, one row's behind the other's.
    private var memberships: [Int] = []
    private let groups: ResponseGroups

    private struct Row: Sendable {
        let startedAt: Instant
        let times: ResponseTimes
        let isOpen: Bool
        /// Where its groups stand in `memberships`.
        let memberships: Range<Int>
    }

    /// Gathers the page's incidents but for those before the site's `since`.
    init(of page: StatusPage, _ incidents: [IncidentFacts]) {
        groups = ResponseGroups(of: page, incidents)
        let since = page.since ?? .distantPast
        for incident in incidents where incident.begins >= since {
            let first = memberships.count
            groups.append(groupsOf: incident, to: &memberships)
            rows.append(
                Row(
                    startedAt: incident.begins,
                    times: incident.times,
                    isOpen: incident.isOpen,
                    memberships: first..<memberships.count
                )
            )
        }
        rows.sort { $0.startedAt < $1.startedAt }
    }

    /// Sums up the incidents that started within the range, group by group.
    func report(during range: TimeRange) -> ResponseReport {
        let first = rows.firstPlace { $0.startedAt >= range.from }
        let end = rows.firstPlace { $0.startedAt >= range.to }
        let figures = figures(of: rows[first..<end])
        return ResponseReport(
            all: figures[ResponseGroups.all] ?? .empty,
            bySeverity: groups.ofSeverities.compactMap { group in
                figures[group].map { (group - groups.ofSeverities.lowerBound, $0) }
            },
            byComponent: groups.ofComponents.compactMap { group in
                figures[group].map { (group - groups.ofComponents.lowerBound, $0) }
            },
            byTag: groups.ofTags.compactMap { group in
                figures[group].map { (groups.tags[group - groups.ofTags.lowerBound], $0) }
            }
        )
    }
}

extension ResponseTable {
    /// The figures of each group; nothing where it has no incident.
    private func figures(of rows: ArraySlice<Row>) -> [ResponseFigures?] {
        var sizes = Array(repeating: 0, count: groups.count)
        var open = sizes
        for row in rows {
            for group in memberships[row.memberships] {
                sizes[group] += 1
                if row.isOpen { open[group] += 1 }
            }
        }
        let summaries = ResponseTimes.Measure.allCases.map { measure in
            (measure, self.summaries(of: measure, in: rows, sizes: sizes))
        }
        return sizes.indices.map { group -> ResponseFigures? in
            guard sizes[group] > 0 else { return nil }
            return ResponseFigures(
                incidents: sizes[group],
                open: open[group],
                summaries: Dictionary(uniqueKeysWithValues: summaries.map { ($0, $1[group]) })
            )
        }
    }

    /// One measure's summary for each group that has incidents. The times are sorted once, and dealt out
    /// to the groups in that order.
    private func summaries(
        of measure: ResponseTimes.Measure,
        in rows: ArraySlice<Row>,
        sizes: [Int]
    ) -> [Summary] {
        var ends = sizes
        var total = 0
        for group in sizes.indices {
            ends[group] = total
            total += sizes[group]
        }
        let starts = ends
        var dealt = Array(repeating: 0, count: total)
        for (seconds, row) in sorted(measure, of: rows) {
            for group in memberships[self.rows[row].memberships] {
                dealt[ends[group]] = seconds
                ends[group] += 1
            }
        }
        return sizes.indices.map { Summary(ofSorted: dealt[starts[$0]..<ends[$0]]) }
    }

    private func sorted(
        _ measure: ResponseTimes.Measure,
        of rows: ArraySlice<Row>
    ) -> [(seconds: Int, row: Int)] {
        rows.indices
            .compactMap { row in rows[row].times[measure].map { (seconds: $0, row: row) } }
            .sorted { $0.seconds < $1.seconds }
    }
}

extension ResponseFigures {
    /// The figures of no incident at all.
    fileprivate static let empty = ResponseFigures(incidents: 0, open: 0, summaries: [:])
}
