public import StatusModel

/// The episodes of a rule that are one incident, as of one instant: each begins at most the rule's `quiet` after those before
/// it are over.
public struct AlertIncident: Sendable {
    /// The place of its rule.
    public let rule: Int
    /// Its episodes, by start; at least one.
    public let episodes: [AlertEpisode]
    /// When the first of them began.
    public let startedAt: Instant
    /// When the last of them ended; `nil` while one fires.
    public let endedAt: Instant?
    /// The report on it, or why there is none.
    public let state: State
    /// When it is over: `quiet` after its end; `nil` while an alert fires.
    public let isOverAt: Instant?

    /// The report on an incident, or why there is none.
    public enum State: Hashable, Sendable {
        /// It has not lasted long enough to be told of. If it still fires at that instant, it will have.
        case held(until: Instant)
        /// It was over before it was to be told of.
        case passed
        /// It is to be told of, since that instant, and no record does yet.
        case toTell(since: Instant)
        /// A record tells of it.
        case told(file: String)
        /// A person decided that no record is to tell of it.
        case declined
    }
}

extension AlertIncident {
    /// When a run first saw one of its alerts.
    public var detectedAt: Instant? { episodes.compactMap(\.detectedAt).min() }

    /// When a person first took one of its alerts on.
    public var acknowledgedAt: Instant? { episodes.compactMap(\.acknowledgedAt).min() }

    /// `true` if an end of its alerts is only inferred from snapshots. Such an incident may be watched, and is not known
    /// to be resolved.
    public var isEndedByAbsence: Bool { episodes.contains(where: \.isEndedByAbsence) }

    /// The phase that its record gets once it is over, and when; `nil` while an alert fires, or if the rule says to write
    /// nothing.
    public func ending(by rule: AlertRule) -> (phase: Phase, at: Instant)? {
        guard let isOverAt, let phase = rule.whenOver.phase(isCertain: !isEndedByAbsence) else { return nil }
        return (phase, isOverAt)
    }

    /// The instant from which a record that still awaits review is withdrawn, because the incident is over; `nil` while an
    /// alert fires, or if the rule publishes records without review.
    public func withdrawal(by rule: AlertRule) -> Instant? { rule.then == .review ? isOverAt : nil }

    /// The first record that one of its episodes has.
    public var record: AlertRecord? { episodes.lazy.compactMap(\.record).first }

    /// The episodes that have no record yet.
    public var withoutRecord: [AlertEpisode] { episodes.filter { $0.record == nil } }
}

extension AlertIncident {
    /// Makes an incident of episodes in the order of their starts.
    init(of episodes: [AlertEpisode], byRuleAt place: Int, _ rule: AlertRule, at now: Instant) {
        (self.rule, self.episodes) = (place, episodes)
        startedAt = episodes.first?.id.startedAt ?? now
        let ends = episodes.compactMap(\.endedAt)
        endedAt = ends.count == episodes.count ? ends.max() : nil
        isOverAt = endedAt.map { $0 + rule.quiet }
        state =
            switch (episodes.lazy.compactMap(\.record).first, Self.due(of: episodes, by: rule)) {
            case (.declined?, _): .declined
            case (.file(let name)?, _): .told(file: name)
            case (nil, nil): .passed
            case (nil, let due?): due <= now ? .toTell(since: due) : .held(until: due)
            }
    }

    /// How many episodes within `quiet` of each other are told of, however short they are.
    private static let flapping = 3

    /// When the incident is to be told of: after alerts have fired for `hold` without a gap, or with the third episode;
    /// `nil` if it was over before.
    private static func due(of episodes: [AlertEpisode], by rule: AlertRule) -> Instant? {
        let third = episodes.count < flapping ? nil : episodes[flapping - 1].id.startedAt
        return Instant.earliest(firstHeld(of: episodes, for: rule.hold), third)
    }

    private static func firstHeld(of episodes: [AlertEpisode], for hold: Int) -> Instant? {
        var (start, reach) = (Instant.distantPast, Instant.distantPast)
        for episode in episodes {
            if episode.id.startedAt > reach { (start, reach) = (episode.id.startedAt, episode.id.startedAt) }
            reach = max(reach, episode.endedAt ?? .distantFuture)
            if reach - start >= hold { return start + hold }
        }
        return nil
    }
}
