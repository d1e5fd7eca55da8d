/// The former rules of a page, before they changed: `rules_until` in `status.yml`.
///
/// The page itself has today's rules. To look up a rule, use ``RulesInForce``, which knows both.
public struct FormerRules: Hashable, Sendable {
    /// The instants at which newer sets of rules took effect, each the beginning of a day; newest first.
    public var changes: [Instant] = []
    /// The part of a second in each status that counted as downtime.
    public var weights = Former<UptimeWeights>()
    /// The objective of components that had none of their own.
    public var target = Former<Target?>()
    /// The hours that policies with `hours: business` counted.
    public var businessHours = Former<BusinessHours?>()
    /// The severities with their former policies.
    public var severities: [Severity.Rank: Former<Severity>] = [:]
    /// The components' own objectives.
    public var targets: [Component.Index: Former<Target?>] = [:]
    /// The groups' objectives.
    public var groupTargets: [ComponentGroup.Index: Former<Target?>] = [:]
    /// Whether the components' downtime counted towards uptime.
    public var counts: [Component.Index: Former<Bool>] = [:]

    /// Makes a history without changes.
    public init() {}
}
