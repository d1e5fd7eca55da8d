import StatusModel

/// The absence of an open episode from snapshots, which list all alerts that are firing: when it last appeared again,
/// and since when it has been missing.
///
/// A snapshot that includes the episode cancels earlier absences, so the absence after the later sighting counts. Absences
/// after the same sighting are merged into the longest. So neither order nor repetition matters.
struct Absence: Equatable {
    /// The instant of a snapshot that included it again after one that did not.
    private(set) var seenAt: Instant?
    /// The first snapshot since then without it.
    private(set) var from: Instant?
    /// The last such snapshot; later ones are not noted once the two are far enough apart.
    private(set) var to: Instant?

    /// The time in seconds by which two snapshots must be apart to agree.
    static let agreement = 120

    init() {}

    init(seenAt: Instant?, from: Instant?, to: Instant?) {
        (self.seenAt, self.from, self.to) = (seenAt, from, to)
    }
}

extension Absence {
    /// The end that snapshots agree on, which is the time of the first that lacks the episode; `nil` if they do not
    /// agree yet.
    var end: Instant? {
        guard let from, let to, to - from >= Self.agreement else { return nil }
        return from
    }

    /// Notes that a snapshot lacks the episode.
    mutating func miss(at now: Instant) {
        guard end == nil, seenAt.map({ $0 < now }) ?? true else { return }
        join(Absence(seenAt: seenAt, from: now, to: now))
    }

    /// Notes that a snapshot has the episode, if an earlier one lacked it.
    mutating func see(at now: Instant) {
        guard let from, from <= now else { return }
        join(Absence(seenAt: now, from: nil, to: nil))
    }

    mutating func join(_ other: Absence) {
        let (mine, theirs) = (seenAt ?? .distantPast, other.seenAt ?? .distantPast)
        guard mine == theirs else {
            if mine < theirs { self = other }
            return
        }
        from = Instant.earliest(from, other.from)
        if let end = other.to { to = to.map { max($0, end) } ?? end }
    }
}
