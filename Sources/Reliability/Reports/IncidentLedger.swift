public import StatusModel

/// The incidents in the order of their starts, so that those of a range are found without examining the others.
struct IncidentLedger: Sendable {
    /// Their places among the history's incidents, earliest start first, without those before the site's `since`.
    private let places: [Int]
    /// The starts of those incidents.
    private let starts: [Instant]
    /// The starts and the resolutions of all incidents that lasted, each in the order of time.
    ///
    /// An incident without length was never open. Without those, never more incidents have ended than have started.
    private let allStarts: [Instant]
    private let allEnds: [Instant]
    /// The instant from which incidents count.
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

    /// Returns the places of the incidents that started within the range, earliest first.
    func places(startedDuring range: TimeRange) -> ArraySlice<Int> {
        places[starts.firstPlace { $0 >= range.from }..<starts.firstPlace { $0 >= range.to }]
    }

    /// Returns the number of incidents that had started before the instant but were not resolved by then.
    ///
    /// Before incidents count, that is the number at the instant from which they do.
    func openCount(at instant: Instant) -> Int {
        let instant = max(instant, since)
        return allStarts.firstPlace { $0 >= instant } - allEnds.firstPlace { $0 > instant }
    }
}

extension StatusHistory {
    /// Returns the number of incidents that started within the range, but not before the site's `since`.
    public func incidentCount(startedDuring range: TimeRange) -> Int {
        ledger.places(startedDuring: range).count
    }
}
