/// A part of the service that can fail on its own and that readers know by name.
public struct Component: Hashable, Sendable {
    /// A component's place in ``StatusPage/components``: how the rest of the model refers to it.
    public typealias Index = Int

    /// The name that records and addresses use: `[a-z0-9]([a-z0-9._-]*[a-z0-9])?`.
    public var id: String
    /// The name that readers see.
    public var name: String
    /// Other names that records may use.
    public var aliases: [String]
    /// The heading it stands under, if any.
    public var group: String?
    /// A sentence for readers on what it does.
    public var summary: String?
    /// Nothing before this is counted; the site's own start where there is none.
    public var since: Instant?
    /// Nothing from this on is counted: the component is retired.
    public var until: Instant?
    /// The share of time it is meant to be up, where one is agreed.
    public var target: Target?
    /// Whether its downtime counts towards uptime; a third party's may be shown and not counted.
    public var countsTowardsUptime: Bool

    /// Makes a component.
    public init(
        id: String,
        name: String,
        aliases: [String] = [],
        group: String? = nil,
        summary: String? = nil,
        since: Instant? = nil,
        until: Instant? = nil,
        target: Target? = nil,
        countsTowardsUptime: Bool = true
    ) {
        (self.id, self.name, self.aliases, self.group) = (id, name, aliases, group)
        (self.summary, self.since, self.until) = (summary, since, until)
        (self.target, self.countsTowardsUptime) = (target, countsTowardsUptime)
    }

    /// Whether it is retired at the instant.
    public func isRetired(at instant: Instant) -> Bool {
        until.map { $0 <= instant } ?? false
    }
}
