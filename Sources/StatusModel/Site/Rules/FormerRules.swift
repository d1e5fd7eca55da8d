/// What a page's rules were before they changed: `rules_until` in `status.yml`.
///
/// The page's own rules are today's. ``RulesInForce`` knows both, and is what to ask.
public struct FormerRules: Hashable, Sendable {
    /// When a newer set of rules came into force, each the beginning of a day; newest first.
    public var changes: [Instant] = []
    /// How much of a second in each status counted as downtime.
    public var weights = Former<UptimeWeights>()
    /// The objective of components that had none of their own.
    public var target = Former<Target?>()
    /// The hours that policies with `hours: business` counted.
    public var businessHours = Former<BusinessHours?>()
    /// The levels with the policies that they had.
    public var severities: [Severity.Rank: Former<Severity>] = [:]
    /// The components' own objectives.
    public var targets: [Component.Index: Former<Target?>] = [:]
    /// The groups' objectives.
    public var groupTargets: [ComponentGroup.Index: Former<Target?>] = [:]
    /// Whether the components' downtime counted towards uptime.
    public var counts: [Component.Index: Former<Bool>] = [:]

    /// Makes a past without a change.
    public init() {}
}
