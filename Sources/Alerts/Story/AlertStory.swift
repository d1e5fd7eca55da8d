public import StatusModel

/// The conclusions from the ledger and the rules at an instant: which alerts form one incident, which incidents have to
/// be reported, and when there is something to do next.
public struct AlertStory: Sendable {
    /// The incidents, by start, then by rule.
    public let incidents: [AlertIncident]
    /// Episodes without a record that began more than ``AlertRule/reach`` ago.
    ///
    /// They are ignored.
    public let tooOld: [AlertEpisode]
    /// Episodes without a record that begin after now.
    ///
    /// They are ignored until then.
    public let ahead: [AlertEpisode]
    /// Episodes for which there is no longer a rule.
    public let withoutRule: [AlertEpisode]
    /// The incidents, including those that form once the episodes in ``ahead`` have begun.
    private let coming: [AlertIncident]
    private let rules: AlertRules

    /// Determines the incidents.
    ///
    /// - Parameters:
    ///   - ledger: the ledger.
    ///   - rules: the rules of the site.
    ///   - now: the instant that the run is for.
    ///   - accepted: episodes that count even if they began long ago or begin after now.
    public init(
        of ledger: AlertLedger,
        by rules: AlertRules,
        at now: Instant,
        accepting accepted: Set<AlertEpisode.ID> = []
    ) {
        var (tooOld, ahead, withoutRule) = ([AlertEpisode](), [AlertEpisode](), [AlertEpisode]())
        var (byRule, aheadByRule) = ([Int: [AlertEpisode]](), [Int: [AlertEpisode]]())
        for episode in ledger.episodes {
            guard let rule = rules.rule(of: episode) else {
                withoutRule.append(episode)
                continue
            }
            let isTaken = episode.record != nil || accepted.contains(episode.id)
            if !isTaken, episode.id.startedAt > now {
                ahead.append(episode)
                aheadByRule[rule, default: []].append(episode)
            } else if !isTaken, now - episode.id.startedAt > AlertRule.reach {
                tooOld.append(episode)
            } else {
                byRule[rule, default: []].append(episode)
            }
        }
        incidents = Self.incidents(of: byRule, by: rules, at: now)
        coming =
            ahead.isEmpty
            ? incidents
            : Self.incidents(of: byRule.merging(aheadByRule, uniquingKeysWith: +), by: rules, at: now)
        (self.tooOld, self.ahead, self.withoutRule) = (tooOld, ahead, withoutRule)
        self.rules = rules
    }

    private static func incidents(
        of episodes: [Int: [AlertEpisode]], by rules: AlertRules, at now: Instant
    ) -> [AlertIncident] {
        episodes.flatMap { place, episodes in
            let rule = rules.rules[place]
            return chains(of: episodes, quiet: rule.quiet)
                .map { AlertIncident(of: $0, byRuleAt: place, rule, at: now) }
        }
        .sorted { ($0.startedAt, $0.rule) < ($1.startedAt, $1.rule) }
    }

    /// Returns the episodes in chains, by start.
    ///
    /// An episode belongs to the chain before it if it begins at most `quiet` seconds after all episodes of that are
    /// over.
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

/// The state of an incident's record, as a run finds it.
public enum AlertedRecord: Hashable, Sendable {
    /// The file does not exist: it awaits review, or a person deleted it.
    case missing
    /// The file exists, but does not say yet that the incident is over.
    case goesOn
    /// The file exists, and says that the incident is over, or seems to be.
    case isOver
}

extension AlertStory {
    /// Returns the instant at which a run has something to do next, if nothing more is delivered, or `nil` if there is
    /// nothing to do.
    ///
    /// The instant may be in the past. A run at that instant changes the ledger or a record, and once a run has done
    /// what is due, the next instant is later.
    ///
    /// - Parameter record: returns the record with that file name.
    public func dueAt(record: (String) -> AlertedRecord) -> Instant? {
        coming.compactMap { dueAt($0, record: record) }.min()
    }

    private func dueAt(_ incident: AlertIncident, record: (String) -> AlertedRecord) -> Instant? {
        // An alert that fires again is noted in the ledger when it begins.
        let noted = incident.withoutRecord.first?.id.startedAt
        switch incident.state {
        case .held(let until): return until
        case .toTell(let since): return since
        case .passed: return nil
        case .declined: return noted
        case .told(let file):
            let rule = rules.rules[incident.rule]
            return switch record(file) {
            case .missing: Instant.earliest(noted, incident.withdrawal(by: rule))
            case .goesOn: Instant.earliest(noted, incident.ending(by: rule)?.at)
            case .isOver: noted
            }
        }
    }
}
