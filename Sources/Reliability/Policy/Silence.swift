public import StatusModel

/// A time between two updates of an open incident in which nothing was said.
public struct Silence: Sendable, Hashable {
    /// From the one update to the next; to `now` where none has come.
    public let range: TimeRange
    /// When the first of them promised the next.
    public let promisedAt: Instant?
    /// Whether it still lasts.
    public let isOpen: Bool
}

extension Silence {
    /// Whether the promise that was made at its beginning was kept, so that it was not too long.
    var isExcused: Bool {
        guard let promisedAt else { return false }
        return range.to <= promisedAt
    }

    /// The incident's silences, the first one first. What lies between a resolution and a reopening is none.
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
