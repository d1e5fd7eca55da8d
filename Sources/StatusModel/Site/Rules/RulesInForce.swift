/// The rules that incidents are judged and seconds are counted by, which hold from one day to another.
///
/// An incident is judged by the rules at its start, a second counts by the weights of its own day, and a period is held
/// against the objective at its end. Whatever depends on a policy, a weight, an objective or the business hours
/// asks here, and says for when.
public struct RulesInForce: Sendable {
    private let zone: Zone
    private let severities: [Severity]
    private let components: [Component]
    private let groups: [ComponentGroup]
    private let weights: UptimeWeights
    private let target: Target?
    private let businessHours: BusinessHours?
    private let former: FormerRules

    init(of page: StatusPage) {
        (zone, former) = (page.zone, page.formerRules)
        (severities, components, groups) = (page.severities, page.components, page.groups)
        (weights, target, businessHours) = (page.weights, page.target, page.businessHours)
    }
}

extension StatusPage {
    /// The page's rules, today's and former ones.
    public var rules: RulesInForce { RulesInForce(of: self) }
}

// MARK: - At an instant

extension RulesInForce {
    /// The severity with the policy that it had at the instant.
    public func severity(_ rank: Severity.Rank, at instant: Instant) -> Severity {
        former.severities[rank]?.value(at: instant) ?? severities[rank]
    }

    /// The clock of the severity's limits by the business hours of the instant. Business hours that the site does not
    /// state are all hours.
    public func clock(of severity: Severity, at instant: Instant) -> PolicyClock {
        PolicyClock(counting: severity.hours == .business ? businessHours(at: instant) : nil, in: zone)
    }

    /// The hours that policies with `hours: business` counted at the instant.
    public func businessHours(at instant: Instant) -> BusinessHours? {
        former.businessHours.value(at: instant) ?? businessHours
    }

    /// How much of the second at the instant counts as downtime in each status.
    public func weights(at instant: Instant) -> UptimeWeights {
        former.weights.value(at: instant) ?? weights
    }

    /// Whether the component's downtime counted towards uptime at the instant.
    public func counts(_ index: Component.Index, at instant: Instant) -> Bool {
        former.counts[index]?.value(at: instant) ?? components[index].countsTowardsUptime
    }

    /// The component's objective at the instant: its own, or else its group's or the site's, which bind only what counts
    /// towards uptime.
    public func target(of index: Component.Index, at instant: Instant) -> Target? {
        let component = components[index]
        let own = former.targets[index]?.value(at: instant) ?? component.target
        if own != nil || !counts(index, at: instant) { return own }
        let group = component.group
        return group.flatMap { target(ofGroup: $0, at: instant) }
            ?? group.flatMap { groups[$0].parent }.flatMap { target(ofGroup: $0, at: instant) }
            ?? siteTarget(at: instant)
    }

    /// The objective at the instant of what has neither its own nor its group's.
    public func siteTarget(at instant: Instant) -> Target? {
        former.target.value(at: instant) ?? target
    }

    /// The group's own objective at the instant.
    public func target(ofGroup index: ComponentGroup.Index, at instant: Instant) -> Target? {
        former.groupTargets[index]?.value(at: instant) ?? groups[index].target
    }
}

// MARK: - Through time

extension RulesInForce {
    /// A value and the day from which it holds.
    public struct Dated<Value: Sendable>: Sendable {
        /// Its first day; `nil` if it has held from the beginning.
        public let from: Day?
        /// Its first instant; `.distantPast` if it has held from the beginning.
        public let at: Instant
        /// What holds from then until the next.
        public let value: Value
    }

    /// The days from which a set of rules holds, oldest first: `nil` for the oldest set. What each set says is what holds
    /// at its first instant.
    public var sets: [Dated<Void>] { dated(former.changes) { _ in } }

    /// The weights from the oldest on.
    public var weightsByDay: [Dated<UptimeWeights>] { dated(former.weights.changes, weights(at:)) }

    /// The severity with each policy that it had, from the oldest on.
    public func policies(of rank: Severity.Rank) -> [Dated<Severity>] {
        dated(former.severities[rank]?.changes ?? []) { severity(rank, at: $0) }
    }

    /// Whether the component counted towards uptime, from the beginning on.
    public func countsByDay(of index: Component.Index) -> [Dated<Bool>] {
        dated(former.counts[index]?.changes ?? []) { counts(index, at: $0) }
    }

    /// The component's objectives, from the oldest on.
    public func targets(of index: Component.Index) -> [Dated<Target?>] {
        let group = components[index].group
        let above = [group, group.flatMap { groups[$0].parent }].compactMap { $0 }
        let changes =
            (former.targets[index]?.changes ?? []) + (former.counts[index]?.changes ?? [])
            + above.flatMap { former.groupTargets[$0]?.changes ?? [] } + former.target.changes
        return dated(Set(changes).sorted(by: >)) { target(of: index, at: $0) }
    }

    /// Whether the severity's policy was ever another.
    public func hasChanged(_ rank: Severity.Rank) -> Bool { former.severities[rank] != nil }

    /// Whether the component has an objective, or may have had one: the site's or its group's was another at some time, or
    /// its own.
    public func mayHaveHadTarget(_ index: Component.Index) -> Bool {
        let group = components[index].group
        let above = [group, group.flatMap { groups[$0].parent }].compactMap { $0 }
        return target(of: index, at: .distantFuture) != nil || former.targets[index] != nil
            || former.counts[index] != nil || !former.target.isEmpty
            || above.contains { former.groupTargets[$0] != nil }
    }

    /// The days within the range, but for its first, from which another set of rules holds; oldest first.
    public func changes(within range: TimeRange) -> [Day] {
        let newer = former.changes.firstPlace { $0 < range.to }
        let older = former.changes.firstPlace { $0 <= range.from }
        return former.changes[newer..<max(newer, older)].reversed().map(zone.day)
    }

    /// - Parameter changes: newest first.
    private func dated<Value>(_ changes: [Instant], _ value: (Instant) -> Value) -> [Dated<Value>] {
        [Dated(from: nil, at: .distantPast, value: value(.distantPast))]
            + changes.reversed().map { Dated(from: zone.day(of: $0), at: $0, value: value($0)) }
    }
}
