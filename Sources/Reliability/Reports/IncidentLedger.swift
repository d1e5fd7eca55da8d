public import StatusModel

/// The incidents in the order of their starts, so that those of a range are found without looking at the
/// others.
struct IncidentLedger: Sendable {
    /// Their places among the history's incidents, the earliest start first; without those before the site's
    /// `since`.
    private let places: [Int]
    /// When those started.
    private let starts: [Instant]
    /// When any incident that lasted started and was resolved, each in the order of time. One of no length was never open,
    /// so that at each instant no more have ended than have started.
    private let allStarts: [Instant]
    private let allEnds: [Instant]
    /// Nothing before this is counted.
    private let since: Instant

    init(of page: StatusPage, _ incidents: [IncidentFacts]) {
        let since = page.since ?? .distantPast
        let ordered = incidents.indices.reversed().sorted {
            incidents[$0].begins < incidents[$1].begins
        }
        places = ordered.filter { incidents[$0].begins >= since }
        starts = places.map { incidents[$0].begins }
        let lasting = ordered.filter { place in
            incidents[place].resolvedAt.map { $0 > incidents[place].begins } ?? true
        }
        allStarts = lasting.map { incidents[$0].begins }
        allEnds = lasting.compactMap { incidents[$0].resolvedAt }.sorted()
        self.since = since
    }

    /// The places of those that started within the range, the earliest first.
    func places(startedDuring range: TimeRange) -> ArraySlice<Int> {
        places[starts.firstPlace { $0 >= range.from }..<starts.firstPlace { $0 >= range.to }]
    }

    /// How many had started before the instant, or before figures count, and were not resolved by then.
    func openCount(at instant: Instant) -> Int {
        let instant = max(instant, since)
        return allStarts.firstPlace { $0 >= instant } - allEnds.firstPlace { $0 > instant }
    }
}

extension StatusHistory {
    /// How many incidents started within the range, and not before the site's `since`.
    public func incidentCount(startedDuring range: TimeRange) -> Int {
        ledger.places(startedDuring: range).count
    }
}
