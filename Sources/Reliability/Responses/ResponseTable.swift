import StatusModel

/// All incidents' response times in the order of the incidents' starts, with the groups to which each belongs, so that
/// a range is a slice of the table.
struct ResponseTable: Sendable {
    /// The incidents, newest first.
    ///
    /// Those at the end that began before the site's `since` do not count.
    private let incidents: [IncidentFacts]
    /// The groups of all incidents, one incident after the other.
    private var memberships: [Int] = []
    /// The end of each counted incident's groups in `memberships`.
    private var ends: [Int] = []
    private let groups: ResponseGroups
    private let zone: Zone

    /// Makes the table of the page's incidents, without those before the site's `since`.
    ///
    /// - Parameter incidents: the incidents, newest first.
    init(of page: StatusPage, _ incidents: [IncidentFacts]) {
        groups = ResponseGroups(of: page, incidents)
        zone = page.zone
        let since = page.since ?? .distantPast
        self.incidents = incidents
        for incident in incidents.prefix(while: { $0.begins >= since }) {
            groups.append(groupsOf: incident, to: &memberships)
            ends.append(memberships.count)
        }
    }

    /// Returns the report on the incidents that started within the range, by group.
    func report(during range: TimeRange) -> ResponseReport {
        let places = places(during: range)
        let figures = figures(of: places, asOf: range.to)
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
            },
            pattern: IncidentPattern(of: incidents[places], in: zone)
        )
    }

    /// Returns the summary of one metric over all incidents that started within the range.
    func summary(of metric: ResponseTimes.Metric, during range: TimeRange) -> Summary {
        let times = sorted(metric, of: places(during: range))
        return Summary(
            ofSorted: times.map(\.seconds)[...],
            fromFirstUpdate: times.count { incidents[$0.place].times.countsFromFirstUpdate(metric) }
        )
    }
}

extension ResponseTable {
    /// Returns the places of the incidents that started within the range.
    private func places(during range: TimeRange) -> Range<Int> {
        let end = min(incidents.firstPlace { $0.begins < range.from }, ends.count)
        return min(incidents.firstPlace { $0.begins < range.to }, end)..<end
    }

    /// Returns the groups of an incident.
    private func memberships(of place: Int) -> ArraySlice<Int> {
        memberships[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }

    /// Returns the figures of each group, or `nil` if it has no incidents.
    ///
    /// An impact that is not over counts up to the instant.
    private func figures(of places: Range<Int>, asOf end: Instant) -> [ResponseFigures?] {
        var sizes = Array(repeating: 0, count: groups.count)
        var open = sizes
        var affected = sizes
        for place in places {
            let seconds = incidents[place].affectedSeconds(asOf: end)
            for group in memberships(of: place) {
                sizes[group] += 1
                affected[group] += seconds
                if incidents[place].isOpen { open[group] += 1 }
            }
        }
        let summaries = ResponseTimes.Metric.allCases.map { metric in
            (metric, self.summaries(of: metric, in: places, sizes: sizes))
        }
        return sizes.indices.map { group -> ResponseFigures? in
            guard sizes[group] > 0 else { return nil }
            return ResponseFigures(
                incidents: sizes[group],
                open: open[group],
                affectedSeconds: affected[group],
                summaries: Dictionary(uniqueKeysWithValues: summaries.map { ($0, $1[group]) })
            )
        }
    }

    /// Returns one metric's summary for each group that has incidents.
    ///
    /// The times are sorted once, and distributed to the groups in that order.
    private func summaries(
        of metric: ResponseTimes.Metric,
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
        var fromFirstUpdate = Array(repeating: 0, count: sizes.count)
        for (seconds, place) in sorted(metric, of: places) {
            let isFromFirstUpdate = incidents[place].times.countsFromFirstUpdate(metric)
            for group in memberships(of: place) {
                dealt[ends[group]] = seconds
                ends[group] += 1
                if isFromFirstUpdate { fromFirstUpdate[group] += 1 }
            }
        }
        return sizes.indices.map {
            Summary(ofSorted: dealt[starts[$0]..<ends[$0]], fromFirstUpdate: fromFirstUpdate[$0])
        }
    }

    private func sorted(
        _ metric: ResponseTimes.Metric,
        of places: Range<Int>
    ) -> [(seconds: Int, place: Int)] {
        places
            .compactMap { place in incidents[place].times[metric].map { (seconds: $0, place: place) } }
            .sorted { $0.seconds < $1.seconds }
    }
}

extension ResponseFigures {
    /// The figures of no incidents.
    fileprivate static let empty = ResponseFigures(incidents: 0, open: 0, affectedSeconds: 0, summaries: [:])
}
