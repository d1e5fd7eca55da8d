import StatusModel

/// A time during which one record gave a component a status other than operational; an instant if the status ended as
/// it began.
struct Disruption: Sendable {
    let from: Instant
    let to: Instant
    /// The record's place among all records of the history.
    let record: Int
    let component: Component.Index
    let status: ComponentStatus
    let isMaintenance: Bool
}

/// All disruptions of one component, arranged so that those of a range are found without examining the others.
struct Disruptions: Sendable {
    /// The disruptions, in the order of their starts.
    let all: [Disruption]
    /// The latest end of the disruptions up to and including each place.
    private let latestEnds: [Instant]

    init(_ unsorted: [Disruption]) {
        all = unsorted.sorted { ($0.from, $0.record, $0.to) < ($1.from, $1.record, $1.to) }
        var latest = Instant.distantPast
        latestEnds = all.map { disruption in
            latest = max(latest, disruption.to)
            return latest
        }
    }

    /// Calls a closure with each disruption that has an instant in common with the range, latest start first.
    func forEach(during range: TimeRange, _ body: (Disruption) -> Void) {
        guard !range.isEmpty else { return }
        var place = all.firstPlace { $0.from >= range.to }
        while place > 0, latestEnds[place - 1] >= range.from {
            place -= 1
            if all[place].to > range.from || all[place].from >= range.from { body(all[place]) }
        }
    }
}

extension [Disruption] {
    /// Returns the instant from which one component, whose disruptions these are, has had its current status without a
    /// break.
    ///
    /// Earlier records may have given it the same status. A worse status in between is a break.
    ///
    /// - Parameter status: the worst status that it has now.
    /// - Returns: the instant, or `nil` if the status is operational.
    func beginning(of status: ComponentStatus, now: Instant) -> Instant? {
        guard status != .operational else { return nil }
        let same = filter { $0.status == status }.sorted { $0.to > $1.to }
        let began = same.reduce(now) { $1.to >= $0 ? Swift.min($0, $1.from) : $0 }
        let worseUntil = filter { $0.status > status && $0.from < $0.to }.map(\.to).max()
        return Swift.max(began, worseUntil ?? began)
    }
}
