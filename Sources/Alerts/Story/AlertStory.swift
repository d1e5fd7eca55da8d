public import StatusModel

/// What the ledger and the rules come to at an instant: which alerts are one incident, which of these are to be told of, and
/// when there is something to do next.
public struct AlertStory: Sendable {
    /// The incidents, by start, then by rule.
    public let incidents: [AlertIncident]
    /// Episodes without a record that began more than ``reach`` ago. They are left aside.
    public let tooOld: [AlertEpisode]
    /// Episodes without a record that begin after now. They are left aside until then.
    public let ahead: [AlertEpisode]
    /// Episodes that no rule is about any more.
    public let withoutRule: [AlertEpisode]
    private let rules: AlertRules

    /// How long after its start an alert can make a record of itself, in seconds.
    public static let reach = 86_400

    /// Works out what the ledger comes to.
    ///
    /// - Parameters:
    ///   - ledger: what is known of alerts.
    ///   - rules: the rules of the site.
    ///   - now: the instant that the run is for.
    ///   - accepted: episodes that count although they began long ago, or begin after now.
    public init(
        of ledger: AlertLedger,
        by rules: AlertRules,
        at now: Instant,
        accepting accepted: Set<AlertEpisode.ID> = []
    ) {
        var (tooOld, ahead, withoutRule) = ([AlertEpisode](), [AlertEpisode](), [AlertEpisode]())
        var byRule: [Int: [AlertEpisode]] = [:]
        for episode in ledger.episodes {
            guard let rule = rules.rule(of: episode) else {
                withoutRule.append(episode)
                continue
            }
            let isTaken = episode.record != nil || accepted.contains(episode.id)
            if !isTaken, episode.id.startedAt > now {
                ahead.append(episode)
            } else if !isTaken, now - episode.id.startedAt > Self.reach {
                tooOld.append(episode)
            } else {
                byRule[rule, default: []].append(episode)
            }
        }
        let incidents = byRule.flatMap { place, episodes in
            let rule = rules.rules[place]
            return Self.chains(of: episodes, quiet: rule.quiet)
                .map { AlertIncident(of: $0, byRuleAt: place, rule, at: now) }
        }
        self.incidents = incidents.sorted { ($0.startedAt, $0.rule) < ($1.startedAt, $1.rule) }
        (self.tooOld, self.ahead, self.withoutRule) = (tooOld, ahead, withoutRule)
        self.rules = rules
    }

    /// The episodes in chains, each by start: an episode belongs to those before it if it begins at most `quiet` seconds after
    /// all of them are over.
    private static func chains(of episodes: [AlertEpisode], quiet: Int) -> [[AlertEpisode]] {
        let sorted = episodes.sorted { ($0.id.startedAt, $0.id) < ($1.id.startedAt, $1.id) }
        var (chains, chain) = ([[AlertEpisode]](), [AlertEpisode]())
        var end = Instant.distantPast
        for episode in sorted {
            if !chain.isEmpty, episode.id.startedAt - end > quiet {
                chains.append(chain)
                (chain, end) = ([], .distantPast)
            }
            chain.append(episode)
            end = max(end, episode.endedAt ?? .distantFuture)
        }
        return chain.isEmpty ? chains : chains + [chain]
    }
}

extension AlertStory {
    /// When a run has something to do next, if nothing more is delivered. It may be in the past. `nil` if there is nothing.
    ///
    /// - Parameter isOver: whether the record of that file's name says already that it is over.
    public func dueAt(isOver: (String) -> Bool) -> Instant? {
        (incidents.compactMap { dueAt($0, isOver: isOver) } + ahead.map(\.id.startedAt)).min()
    }

    private func dueAt(_ incident: AlertIncident, isOver: (String) -> Bool) -> Instant? {
        switch incident.state {
        case .held(let until): return until
        case .toTell(let since): return since
        case .passed: return nil
        case .declined: return incident.withoutRecord.first?.id.startedAt
        case .told(let file):
            let isToEnd = rules.rules[incident.rule].whenOver != .nothing && !isOver(file)
            return Instant.earliest(
                incident.withoutRecord.first?.id.startedAt,
                isToEnd ? incident.isOverAt : nil
            )
        }
    }
}
