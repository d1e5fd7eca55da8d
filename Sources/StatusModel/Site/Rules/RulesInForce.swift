/// The rules that figures and verdicts are based on, each of which applies from one day to another.
///
/// An incident is judged by the rules at its start, a second counts by the weights of its own day, and a period is
/// compared with the objective at its end. Code that depends on a policy, a weight, an objective or the business hours
/// looks them up here, for a given instant.
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
    /// The page's rules, both today's and former ones.
    public var rules: RulesInForce { RulesInForce(of: self) }
}

// MARK: - At an instant

extension RulesInForce {
    /// Returns the severity with its policy at the instant.
    public func severity(_ rank: Severity.Rank, at instant: Instant) -> Severity {
        former.severities[rank]?.value(at: instant) ?? severities[rank]
    }

    /// Returns the clock of the severity's limits, by the business hours at the instant.
    ///
    /// If the site states no business hours, all hours count.
    public func clock(of severity: Severity, at instant: Instant) -> PolicyClock {
        PolicyClock(counting: severity.hours == .business ? businessHours(at: instant) : nil, in: zone)
    }

    /// Returns the hours that policies with `hours: business` counted at the instant.
    public func businessHours(at instant: Instant) -> BusinessHours? {
        former.businessHours.value(at: instant) ?? businessHours
    }

    /// Returns the part of the second at the instant that counts as downtime in each status.
    public func weights(at instant: Instant) -> UptimeWeights {
        former.weights.value(at: instant) ?? weights
    }

    /// Whether the component's downtime counted towards uptime at the instant.
    public func counts(_ index: Component.Index, at instant: Instant) -> Bool {
        former.counts[index]?.value(at: instant) ?? components[index].countsTowardsUptime
    }

    /// Returns the component's objective at the instant: its own, or else its group's or the site's.
    ///
    /// Those of the group and of the site apply only to components that count towards uptime.
    public func target(of index: Component.Index, at instant: Instant) -> Target? {
        let component = components[index]
        let own = former.targets[index]?.value(at: instant) ?? component.target
        if own != nil || !counts(index, at: instant) { return own }
        let group = component.group
        return group.flatMap { target(ofGroup: $0, at: instant) }
            ?? group.flatMap { groups[$0].parent }.flatMap { target(ofGroup: $0, at: instant) }
            ?? siteTarget(at: instant)
    }

    /// Returns the objective at the instant of components that have neither their own nor their group's.
    public func siteTarget(at instant: Instant) -> Target? {
        former.target.value(at: instant) ?? target
    }

    /// Returns the group's own objective at the instant.
    public func target(ofGroup index: ComponentGroup.Index, at instant: Instant) -> Target? {
        former.groupTargets[index]?.value(at: instant) ?? groups[index].target
    }
}

// MARK: - Through time

extension RulesInForce {
    /// A value, and the day from which it applies.
    public struct Dated<Value: Sendable>: Sendable {
        /// Its first day; `nil` if it has applied from the beginning.
        public let from: Day?
        /// Its first instant; `.distantPast` if it has applied from the beginning.
        public let at: Instant
        /// The value that applies from then until the next.
        public let value: Value
    }

    /// The days from which sets of rules apply, oldest first; `nil` for the oldest set.
    ///
    /// Each set consists of the rules that apply at its first instant.
    public var sets: [Dated<Void>] { dated(former.changes) { _ in } }

    /// The weights, oldest first.
    public var weightsByDay: [Dated<UptimeWeights>] { dated(former.weights.changes, weights(at:)) }

    /// Returns the severity with each of its policies, oldest first.
    public func policies(of rank: Severity.Rank) -> [Dated<Severity>] {
        dated(former.severities[rank]?.changes ?? []) { severity(rank, at: $0) }
    }

    /// Returns whether the component counted towards uptime, with the days from which it did or did not, oldest first.
    public func countsByDay(of index: Component.Index) -> [Dated<Bool>] {
        dated(former.counts[index]?.changes ?? []) { counts(index, at: $0) }
    }

    /// Returns the component's objectives, oldest first.
    public func targets(of index: Component.Index) -> [Dated<Target?>] {
        let group = components[index].group
        let above = [group, group.flatMap { groups[$0].parent }].compactMap { $0 }
        let changes =
            (former.targets[index]?.changes ?? []) + (former.counts[index]?.changes ?? [])
            + above.flatMap { former.groupTargets[$0]?.changes ?? [] } + former.target.changes
        return dated(Set(changes).sorted(by: >)) { target(of: index, at: $0) }
    }

    /// Whether the severity ever had another policy.
    public func hasChanged(_ rank: Severity.Rank) -> Bool { former.severities[rank] != nil }

    /// Whether the component has an objective, or may have had one, since its own, its group's or the site's changed.
    public func mayHaveHadTarget(_ index: Component.Index) -> Bool {
        let group = components[index].group
        let above = [group, group.flatMap { groups[$0].parent }].compactMap { $0 }
        return target(of: index, at: .distantFuture) != nil || former.targets[index] != nil
            || former.counts[index] != nil || !former.target.isEmpty
            || above.contains { former.groupTargets[$0] != nil }
    }

    /// Returns the days within the range, except for its first, from which another set of rules applies; oldest first.
    public func changes(within range: TimeRange) -> [Day] {
        let newer = former.changes.firstPlace { $0 < range.to }
        let older = former.changes.firstPlace { $0 <= range.from }
        return former.changes[newer..<max(newer, older)].reversed().map(zone.day)
    }

    /// - Parameter changes: the instants of the changes, newest first.
    private func dated<Value>(_ changes: [Instant], _ value: (Instant) -> Value) -> [Dated<Value>] {
        [Dated(from: nil, at: .distantPast, value: value(.distantPast))]
            + changes.reversed().map { Dated(from: zone.day(of: $0), at: $0, value: value($0)) }
    }
}
