public import StatusModel

/// The verdict on one rule of the severity policy in one incident, with the times that decide it.
public struct Judgement: Sendable, Hashable {
    /// The rule.
    public let rule: Rule
    /// The verdict.
    public let verdict: Verdict
    /// The instant from which the limit counts: the detection (or else the start), the update before a silence, the
    /// update that made a promise, the end of the impact, or the resolution.
    public let startsAt: Instant
    /// The last instant at which the rule is met (for ``Rule/watch``, the first); `nil` if the policy sets no limit for
    /// a post-mortem.
    public let dueAt: Instant?
    /// The instant at which it was done; `nil` if it was not, or not yet.
    public let doneAt: Instant?

    /// The rules, in the order in which they apply to an incident.
    public enum Rule: String, CaseIterable, Hashable, Sendable {
        /// A person acknowledged the incident in time.
        case acknowledge
        /// The first update was published in time.
        case firstUpdate = "notice"
        /// The cause was identified in time.
        case identify
        /// Its impact ended in time.
        case restore
        /// It was resolved in time.
        case resolve
        /// The incident was watched long enough between the end of its impact and its resolution.
        case watch
        /// The time between updates was never too long.
        case updates
        /// An update was published when it was promised.
        ///
        /// Each promise is judged separately.
        case promise
        /// The team met to discuss the post-mortem in time.
        case postMortemHeld = "post_mortem_held"
        /// The post-mortem was published in time.
        case postMortem = "post_mortem"
    }

    /// The verdicts on a rule.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// The rule was met.
        case met
        /// The rule was missed.
        case missed
        /// The rule can still be met.
        case open
    }
}

extension Judgement {
    /// Returns the number of seconds by which the rule was missed, regardless of business hours; `nil` unless it was
    /// missed.
    ///
    /// That is how much too late it was done, or is by `now` if it is not done; for ``Rule/watch``, how much too early
    /// it ended.
    public func missedBy(asOf now: Instant) -> Int? {
        guard verdict == .missed, let dueAt else { return nil }
        return rule == .watch ? dueAt - (doneAt ?? now) : (doneAt ?? now) - dueAt
    }
}

extension Judgement {
    /// Judges something that is due by an instant.
    init(_ rule: Rule, from startsAt: Instant, dueAt: Instant?, doneAt: Instant?, now: Instant) {
        (self.rule, self.startsAt, self.dueAt, self.doneAt) = (rule, startsAt, dueAt, doneAt)
        let latest = dueAt ?? .distantFuture
        if let doneAt {
            verdict = doneAt <= latest ? .met : .missed
        } else {
            verdict = now <= latest ? .open : .missed
        }
    }
}
