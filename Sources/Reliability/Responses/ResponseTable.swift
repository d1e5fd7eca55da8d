import StatusModel

/// All incidents' response times in the order of the incidents' starts, with the groups that each
/// belongs to: a range is a slice of it.
struct ResponseTable: Sendable {
    /// Newest first. Those at the end that began before the site's `since` do not count.
    private let incidents: [IncidentFacts]
    /// The groups of all incidents, one incident's behind the other's.
    private var memberships: [Int] = []
    /// The end of each counted incident's groups in `memberships`.
    private var ends: [Int] = []
    private let groups: ResponseGroups

    /// Gathers the page's incidents but for those before the site's `since`.
    ///
    /// - Parameter incidents: newest first.
    init(of page: StatusPage, _ incidents: [IncidentFacts]) {
        groups = ResponseGroups(of: page, incidents)
        let since = page.since ?? .distantPast
        self.incidents = incidents
        for incident in incidents.prefix(while: { $0.begins >= since }) {
            groups.append(groupsOf: incident, to: &memberships)
            ends.append(memberships.count)
        }
    }

    /// Sums up the incidents that started within the range, group by group.
    func report(during range: TimeRange) -> ResponseReport {
        let end = min(incidents.firstPlace { $0.begins < range.from }, ends.count)
        let first = min(incidents.firstPlace { $0.begins < range.to }, end)
        let figures = figures(of: first..<end)
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
    /// The groups of an incident.
    private func memberships(of place: Int) -> ArraySlice<Int> {
        memberships[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }

    /// The figures of each group; nothing where it has no incident.
    private func figures(of places: Range<Int>) -> [ResponseFigures?] {
        var sizes = Array(repeating: 0, count: groups.count)
        var open = sizes
        for place in places {
            for group in memberships(of: place) {
                sizes[group] += 1
                if incidents[place].isOpen { open[group] += 1 }
            }
        }
        let summaries = ResponseTimes.Measure.allCases.map { measure in
            (measure, self.summaries(of: measure, in: places, sizes: sizes))
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
        in places: Range<Int>,
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
        for (seconds, place) in sorted(measure, of: places) {
            for group in memberships(of: place) {
                dealt[ends[group]] = seconds
                ends[group] += 1
            }
        }
        return sizes.indices.map { Summary(ofSorted: dealt[starts[$0]..<ends[$0]]) }
    }

    private func sorted(
        _ measure: ResponseTimes.Measure,
        of places: Range<Int>
    ) -> [(seconds: Int, place: Int)] {
        places
            .compactMap { place in incidents[place].times[measure].map { (seconds: $0, place: place) } }
            .sorted { $0.seconds < $1.seconds }
    }
}

extension ResponseFigures {
    /// The figures of no incident at all.
    fileprivate static let empty = ResponseFigures(incidents: 0, open: 0, summaries: [:])
}
