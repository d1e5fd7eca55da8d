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
    /// Ids that it had before, oldest first: what stood at their addresses leads on.
    public var formerIDs: [String]
    /// The ids that programs know it by from another page.
    public var ids = KeptIDs()
    /// The group it stands in, if any.
    public var group: ComponentGroup.Index?
    /// A sentence for readers on what it does.
    public var summary: String?
    /// Where readers find what it is: an absolute address.
    public var url: String?
    /// Nothing before this is counted; the site's own start where there is none.
    public var since: Instant?
    /// Nothing from this on is counted: the component is retired.
    public var until: Instant?
    /// The share of time it is meant to be up, where one is agreed.
    public var target: Target?
    /// Whether its downtime counts towards uptime; a third party's may be shown and not counted.
    public var countsTowardsUptime: Bool
    /// Whether its trouble makes the page's headline; a third party's may be shown in its row alone.
    public var makesHeadline: Bool
    /// Addresses of what to do when it fails: the team's alone.
    public var runbooks: [String] = []
    /// The list that news of it goes to by e-mail.
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

    /// The id it had first, which what is told to programs hangs on.
    public var firstID: String { formerIDs.first ?? id }

    /// Whether it is retired at the instant.
    public func isRetired(at instant: Instant) -> Bool {
        until.map { $0 <= instant } ?? false
    }
}
