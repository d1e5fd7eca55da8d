public import StatusModel

/// The episodes of a rule that form one incident, as of one instant.
///
/// Each begins at most the rule's `quiet` after the end of those before it.
public struct AlertIncident: Sendable {
    /// The place of its rule.
    public let rule: Int
    /// Its episodes, by start; at least one.
    public let episodes: [AlertEpisode]
    /// The instant at which the first of them began.
    public let startedAt: Instant
    /// The instant at which the last of them ended; `nil` while one is firing.
    public let endedAt: Instant?
    /// The stage that the incident has reached on its way to a record.
    public let state: State
    /// The instant at which it is over, which is `quiet` after its end; `nil` while an alert is firing.
    public let isOverAt: Instant?

    /// The stages of an incident on its way to a record.
    public enum State: Hashable, Sendable {
        /// It has not lasted long enough to be reported; if it is still firing at that instant, it will have.
        case held(until: Instant)
        /// It ended before it had to be reported.
        case passed
        /// It has to be reported, since that instant, but has no record yet.
        case toTell(since: Instant)
        /// A record covers it.
        case told(file: String)
        /// A person decided that it gets no record.
        case declined
    }
}

extension AlertIncident {
    /// The instant at which a run first saw one of its alerts.
    public var detectedAt: Instant? { episodes.compactMap(\.detectedAt).min() }

    /// The instant at which a person first acknowledged one of its alerts.
    public var acknowledgedAt: Instant? { episodes.compactMap(\.acknowledgedAt).min() }

    /// Whether an end of its alerts is only inferred from snapshots.
    ///
    /// Such an incident may be in MONITORING, but is not known to be resolved.
    public var isEndedByAbsence: Bool { episodes.contains(where: \.isEndedByAbsence) }

    /// Returns the phase that its record gets once it is over, and when, or `nil` while an alert is firing, or if the
    /// rule says to write nothing.
    public func ending(by rule: AlertRule) -> (phase: Phase, at: Instant)? {
        guard let isOverAt, let phase = rule.whenOver.phase(isCertain: !isEndedByAbsence) else { return nil }
        return (phase, isOverAt)
    }

    /// Returns the instant from which a record that still awaits review is withdrawn, because the incident is over, or
    /// `nil` while an alert is firing, or if the rule publishes records without review.
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

    /// The number of episodes within `quiet` of each other that are reported, however short they are.
    private static let flapping = 3

    /// Returns the instant from which the incident has to be reported: after alerts have fired for `hold` without a
    /// gap, or with the third episode, or `nil` if it ended before that.
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
