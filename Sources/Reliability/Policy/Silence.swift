public import StatusModel

/// A time between two updates of an open incident.
public struct Silence: Sendable, Hashable {
    /// The range from one update to the next, or to `now` if there is none.
    public let range: TimeRange
    /// The instant for which the first of them promised the next.
    public let promisedAt: Instant?
    /// Whether it is not over.
    public let isOpen: Bool
}

extension Silence {
    /// Whether the promise at its beginning was kept, so that it was not too long.
    var isExcused: Bool {
        guard let promisedAt else { return false }
        return range.to <= promisedAt
    }

    /// Returns the incident's silences in order.
    ///
    /// The time between a resolution and a reopening is not a silence.
    static func all(of incident: Record, now: Instant) -> [Silence] {
        let updates = incident.updates
        return updates.indices.compactMap { place in
            guard !updates[place].phase.isFinal else { return nil }
            let next = place + 1 < updates.count ? updates[place + 1].at : nil
            return Silence(
                range: TimeRange(from: updates[place].at, to: next ?? now),
                promisedAt: updates[place].nextUpdateAt,
                isOpen: next == nil
            )
        }
    }
}
