/// A rule under `alerts` in `status.yml`: which alerts it matches, and what happens to them with which texts.
///
/// If several rules match an alert, the first one applies.
public struct AlertRule: Hashable, Sendable {
    /// The conditions under which the rule matches an alert.
    public var match: Match
    /// The component that such alerts are about.
    public var component: Component.Index
    /// The severity of an incident that begins with it.
    public var severity: Severity.Rank
    /// The component's status while the alerts fire.
    public var status: ComponentStatus
    /// The id of the prepared text that is published.
    public var text: String
    /// The time that an alert must last before anything is published, in seconds from its start; 0 publishes at once.
    public var hold: Int
    /// The time after an alert's end, in seconds, within which more alerts of the rule belong to the same incident.
    public var quiet: Int
    /// The way in which the record is published.
    public var then: Handling
    /// The way in which the record ends when its alerts are over.
    public var whenOver: Ending

    /// Makes a rule.
    public init(
        match: Match,
        component: Component.Index,
        severity: Severity.Rank,
        status: ComponentStatus,
        text: String,
        hold: Int = AlertRule.defaultHold,
        quiet: Int = AlertRule.defaultQuiet,
        then: Handling = .review,
        whenOver: Ending = .monitoring
    ) {
        (self.match, self.component, self.severity, self.status) = (match, component, severity, status)
        (self.text, self.hold, self.quiet) = (text, hold, quiet)
        (self.then, self.whenOver) = (then, whenOver)
    }

    /// The `hold` of a rule that does not state one, in seconds.
    public static let defaultHold = 5 * 60
    /// The time after its start, in seconds, within which an alert alone can make a record.
    ///
    /// A `hold` may not be longer.
    public static let reach = 86_400
    /// The `quiet` of a rule that does not state one, in seconds.
    public static let defaultQuiet = 15 * 60
}

extension AlertRule {
    /// The conditions of a rule, all of which an alert must meet.
    public struct Match: Hashable, Sendable {
        /// The sender, such as `alertmanager`; `nil` for any.
        public var source: String?
        /// The values that labels must have, byte for byte, by the labels' names.
        public var labels: [String: String]

        /// Makes conditions.
        public init(source: String? = nil, labels: [String: String] = [:]) {
            (self.source, self.labels) = (source, labels)
        }
    }

    /// The ways in which a record that a rule writes is published.
    public enum Handling: String, CaseIterable, Sendable {
        /// A person decides: the record goes to a branch of its own, and its updates have no time until it is merged.
        case review
        /// It is published at once.
        case publish
        /// It is published at once, but only for the team.
        case `internal`
    }

    /// The choices of what a record says when its alerts are over.
    public enum Ending: String, CaseIterable, Sendable {
        /// The text's MONITORING; a person writes RESOLVED.
        case monitoring
        /// The text's RESOLVED.
        case resolved
        /// Nothing.
        case nothing

        /// The phases that the record may get: first the one if all ends were reported, then the one if an end is only
        /// inferred from snapshots, which never resolves an incident.
        public var phases: [Phase] {
            switch self {
            case .monitoring: [.monitoring]
            case .resolved: [.resolved, .monitoring]
            case .nothing: []
            }
        }

        /// Returns the phase that the record gets, or `nil` if it gets none.
        ///
        /// - Parameter isCertain: whether every end was reported.
        public func phase(isCertain: Bool) -> Phase? { isCertain ? phases.first : phases.last }
    }
}

extension AlertRule.Match {
    /// Whether an alert of that sender with those labels meets the conditions.
    public func takes(source: String, labels: [String: String]) -> Bool {
        (self.source ?? source) == source && self.labels.allSatisfy { labels[$0.key] == $0.value }
    }

    /// Whether it matches every alert that the other matches.
    public func covers(_ other: AlertRule.Match) -> Bool {
        (source == nil || source == other.source)
            && labels.allSatisfy { other.labels[$0.key] == $0.value }
    }
}
