public import StatusModel

/// What came of one rule of the severity policy in one incident, with the times that decide.
public struct Judgement: Sendable, Hashable {
    /// The rule.
    public let rule: Rule
    /// What came of it.
    public let verdict: Verdict
    /// What the limit counts from: the detection (else the start), the update before a silence, the update
    /// that made a promise, the end of the impact, or the resolution.
    public let startsAt: Instant
    /// The last instant at which it is met, for watching the first one; nothing where the policy sets no day for a
    /// post-mortem.
    public let dueAt: Instant?
    /// When it was done; nothing where it was not, or not yet.
    public let doneAt: Instant?

    /// The rules, in the order in which an incident meets them.
    public enum Rule: String, CaseIterable, Hashable, Sendable {
        /// A person took it on in time.
        case acknowledge
        /// The public heard of it in time.
        case firstUpdate = "notice"
        /// The cause was known in time.
        case identify
        /// Its impact ended in time.
        case restore
        /// It was resolved in time.
        case resolve
        /// It was watched long enough between the end of its impact and its resolution.
        case watch
        /// No silence between updates was too long.
        case updates
        /// An update came when it was promised; each promise is judged on its own.
        case promise
        /// The team met over the post-mortem in time.
        case postMortemHeld = "post_mortem_held"
        /// The post-mortem was published in time.
        case postMortem = "post_mortem"
    }

    /// What can come of a rule.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// It was kept.
        case met
        /// It was not.
        case missed
        /// It can still be met.
        case open
    }
}

extension Judgement {
    /// By how many seconds it was missed, whatever the hours that the policy counts: how much too late it was done, or is by
    /// `now` while it is not; of watching how much too early it ended. `nil` unless it was missed.
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
