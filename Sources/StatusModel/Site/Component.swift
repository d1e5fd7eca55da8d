/// A part of the service that can fail on its own and that readers know by name.
public struct Component: Hashable, Sendable {
    /// A component's place in ``StatusPage/components``, by which the rest of the model refers to it.
    public typealias Index = Int

    /// The name that records and addresses use: `[a-z0-9]([a-z0-9._-]*[a-z0-9])?`.
    public var id: String
    /// The name that readers see.
    public var name: String
    /// Other names that records may use.
    public var aliases: [String]
    /// Its earlier ids, oldest first.
    ///
    /// Their addresses redirect to those of the current id.
    public var formerIDs: [String]
    /// The ids by which programs know it from another page.
    public var ids = KeptIDs()
    /// The group that it belongs to, if any.
    public var group: ComponentGroup.Index?
    /// A sentence for readers about what it does.
    public var summary: String?
    /// The absolute address at which readers learn what it is.
    public var url: String?
    /// The instant from which it is tracked; `nil` for the start of the site's own tracking.
    public var since: Instant?
    /// The instant at which it is retired; it is not tracked from then on.
    public var until: Instant?
    /// The uptime that it should have, if one is agreed.
    public var target: Target?
    /// Whether its downtime counts towards uptime.
    ///
    /// For a third party's component, it may be shown but not counted.
    public var countsTowardsUptime: Bool
    /// Whether its status affects the page's headline.
    ///
    /// For a third party's component, it may be shown only in its row.
    public var makesHeadline: Bool
    /// Addresses that say what to do when it fails; internal.
    public var runbooks: [String] = []
    /// The list that gets news about it by email.
    public var mailingList: MailingList?

    /// Makes a component.
    public init(
        id: String,
        name: String,
        aliases: [String] = [],
        formerIDs: [String] = [],
        group: ComponentGroup.Index? = nil,
        summary: String? = nil,
        url: String? = nil,
        since: Instant? = nil,
        until: Instant? = nil,
        target: Target? = nil,
        countsTowardsUptime: Bool = true,
        makesHeadline: Bool = true
    ) {
        (self.id, self.name, self.aliases, self.formerIDs) = (id, name, aliases, formerIDs)
        (self.group, self.summary, self.url) = (group, summary, url)
        (self.since, self.until, self.target) = (since, until, target)
        (self.countsTowardsUptime, self.makesHeadline) = (countsTowardsUptime, makesHeadline)
    }

    /// Its first id, from which identifiers for programs are made.
    public var firstID: String { formerIDs.first ?? id }

    /// Whether it is retired at the instant.
    public func isRetired(at instant: Instant) -> Bool {
        until.map { $0 <= instant } ?? false
    }
}
