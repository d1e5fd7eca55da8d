/// A rule under `alerts` in `status.yml`: the alerts that it takes, and what becomes of them in which words.
///
/// Of several, the first that takes an alert decides.
public struct AlertRule: Hashable, Sendable {
    /// What an alert must be for the rule to take it.
    public var match: Match
    /// The component that such alerts are about.
    public var component: Component.Index
    /// The severity of an incident that begins with it.
    public var severity: Severity.Rank
    /// The component's status while they fire.
    public var status: ComponentStatus
    /// The id of the text whose words are published.
    public var text: String
    /// How long an alert must last before anything is said of it, in seconds from its start; 0 says it at once.
    public var hold: Int
    /// How long after an end alerts of the rule still belong to the same incident, in seconds.
    public var quiet: Int
    /// The way in which the record is published.
    public var then: Handling
    /// What the record says once its alerts are over.
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
    /// How long after its start an alert can make a record by itself, in seconds. No `hold` may be longer.
    public static let reach = 86_400
    /// The `quiet` of a rule that does not state one, in seconds.
    public static let defaultQuiet = 15 * 60
}

extension AlertRule {
    /// The conditions of a rule, all of which an alert must meet.
    public struct Match: Hashable, Sendable {
        /// The sender, as in `alertmanager`; `nil` for any.
        public var source: String?
        /// The values that labels must have, byte for byte, by the labels' names.
        public var labels: [String: String]

        /// Makes conditions.
        public init(source: String? = nil, labels: [String: String] = [:]) {
            (self.source, self.labels) = (source, labels)
        }
    }

    /// The way in which a record that a rule writes is published.
    public enum Handling: String, CaseIterable, Sendable {
        /// A person decides: the record goes onto a branch of its own, and its updates bear no time until it is merged.
        case review
        /// It is published at once.
        case publish
        /// It is published at once, to the team alone.
        case `internal`
    }

    /// What a record says once its alerts are over.
    public enum Ending: String, CaseIterable, Sendable {
        /// The text's MONITORING: a person says RESOLVED.
        case monitoring
        /// The text's RESOLVED.
        case resolved
        /// Nothing.
        case nothing

        /// The phases that the record may get: the one for ends that were reported, then the one for an end that is only
        /// inferred from snapshots, which resolves nothing.
        public var phases: [Phase] {
            switch self {
            case .monitoring: [.monitoring]
            case .resolved: [.resolved, .monitoring]
            case .nothing: []
            }
        }

        /// The phase that the record gets; `nil` if it gets none.
        ///
        /// - Parameter isCertain: `true` if every end was reported.
        public func phase(isCertain: Bool) -> Phase? { isCertain ? phases.first : phases.last }
    }
}

extension AlertRule.Match {
    /// Whether an alert of that sender with those labels meets it.
    public func takes(source: String, labels: [String: String]) -> Bool {
        (self.source ?? source) == source && self.labels.allSatisfy { labels[$0.key] == $0.value }
    }

    /// Whether it takes every alert that the other takes.
    public func covers(_ other: AlertRule.Match) -> Bool {
        (source == nil || source == other.source)
            && labels.allSatisfy { other.labels[$0.key] == $0.value }
    }
}
