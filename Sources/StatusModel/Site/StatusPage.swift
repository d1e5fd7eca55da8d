/// A site: its configuration and its records, read and checked.
public struct StatusPage: Sendable {
    /// What the page is called, as in "Example Status".
    public var title: String
    /// Where it is published, without a slash at its end. Feeds and APIs need it; pages do not.
    public var url: String
    /// The address at which it was published before, without a slash at its end, if its ids are to stay as they were there.
    public var idsFrom: String?
    /// The page's own ids from where it was before.
    public var ids = KeptIDs()
    /// The zone that days are counted and times shown in.
    public var zone: Zone
    /// The language of its words, as BCP 47 has it.
    public var language: String
    /// Nothing before this is counted.
    public var since: Instant?
    /// Nothing before this is in feeds or messages.
    public var newsSince: Instant?
    /// The objective of components that have none of their own.
    public var target: Target?
    /// Its colour and logo.
    public var brand: Brand
    /// Links in the page's foot.
    public var links: [Link]
    /// The list that all news goes to by e-mail.
    public var mailingList: MailingList?
    /// The hours that policies with `hours: business` count.
    public var businessHours: BusinessHours?
    /// When the policy was last reviewed, and how often it is to be.
    public var policyReview: PolicyReview?
    /// The site's own words for phases.
    public var phaseLabels: [Phase: String]
    /// How much of a second in each status counts as downtime.
    public var weights: UptimeWeights
    /// The groups that components stand in, in the order they are shown in.
    public var groups: [ComponentGroup]
    /// The components, in the order they are shown in.
    public var components: [Component]
    /// The severity policy, the highest first.
    public var severities: [Severity]
    /// What the team's pages lead to; empty on the public's.
    public var team = Team()
    /// The labels of impact that are the team's alone; `nil` if the site does not say.
    public var internalImpact: [String]?
    /// The words that are ready before they are needed, in the author's order.
    public var texts: [ReadyText] = []
    /// The rules by which alerts become incidents: of those that take an alert, the first decides.
    public var alerts: [AlertRule] = []
    /// What alerts measured, for the team's reports; empty where nobody asked.
    public var alertedIncidents: [AlertedIncident] = []
    /// What its rules were before they changed. The policies, weights, objectives and business hours above are today's:
    /// for those of another day ask ``rules``.
    public var formerRules = FormerRules()

    /// Whether pages show the words that an edit after an incident's end replaced, or its date alone.
    public var showsFormerWords = true

    /// Who may see what is on it; the team, until it is cut for others by ``seen(by:at:)``.
    public internal(set) var audience = Audience.internal
    /// The records, newest first by when they begin, then by slug. Once the page is cut by ``seen(by:at:)``, maintenance
    /// that recurs is there with a record for each of its windows.
    public var records: [Record] = []
    /// The records of which the page has windows in their place.
    public internal(set) var recurring: [Record] = []
    /// Records that could not be read, where the build publishes around them; by path.
    public var brokenRecords: [BrokenRecord] = []
    /// How many more records could not be read, of which nothing may be shown.
    public var withheldRecords = 0

    /// Makes a site without records.
    public init(
        title: String,
        url: String,
        zone: Zone = .utc,
        language: String = "en",
        since: Instant? = nil,
        target: Target? = nil,
        brand: Brand = Brand(),
        links: [Link] = [],
        businessHours: BusinessHours? = nil,
        policyReview: PolicyReview? = nil,
        phaseLabels: [Phase: String] = [:],
        weights: UptimeWeights = .statuspage,
        groups: [ComponentGroup] = [],
        components: [Component] = [],
        severities: [Severity] = []
    ) {
        (self.title, self.url, self.zone, self.language) = (title, url, zone, language)
        (self.since, self.target, self.brand, self.links) = (since, target, brand, links)
        (self.businessHours, self.policyReview) = (businessHours, policyReview)
        (self.phaseLabels, self.weights) = (phaseLabels, weights)
        (self.groups, self.components, self.severities) = (groups, components, severities)
    }
}

extension StatusPage {
    /// When its first incident or maintenance began: without a `since`, components are tracked from then on. Maintenance that
    /// was called off before it began is no record of anything.
    public var firstRecordAt: Instant? {
        records.lazy.filter { $0.kind != .notice && !$0.neverRan }.map { $0.begins }.min()
    }

    /// Puts the records in their order. Their keys are worked out once each.
    public mutating func sortRecords() {
        let keys = records.map { (begins: $0.begins, slug: $0.slug) }
        let order = keys.indices.sorted {
            (keys[$1].begins, keys[$0].slug) < (keys[$0].begins, keys[$1].slug)
        }
        records = order.map { records[$0] }
    }

    /// The severities that incidents may begin with at the instant, the highest first.
    public func severities(inUseAt instant: Instant) -> [Severity] {
        let day = zone.day(of: instant)
        return severities.filter { !$0.isRetired(on: day) }
    }

    /// The records as they are filed: maintenance that recurs is one, whatever windows it has.
    public var filedRecords: [Record] {
        recurring.isEmpty ? records : records.filter { $0.seriesWindow == nil } + recurring
    }

    /// The records of that kind, newest first.
    public func records(of kind: Record.Kind) -> [Record] { records.filter { $0.kind == kind } }
}

extension StatusPage {
    /// A text that leads somewhere.
    public struct Link: Hashable, Sendable {
        /// What readers see.
        public var text: String
        /// Where it leads: an absolute `http`, `https` or `mailto` address.
        public var url: String

        /// Makes a link.
        public init(text: String, url: String) {
            (self.text, self.url) = (text, url)
        }
    }

    /// The one colour and the pictures that make the page the team's own.
    public struct Brand: Hashable, Sendable {
        /// A colour as `#rrggbb` in lower case.
        public var color: String?
        /// The logo's path in the output, as in `logo.svg`.
        public var logo: String?
        /// The path of the logo for the dark scheme.
        public var darkLogo: String?
        /// The path of the icon of tabs and home screens, an SVG or a PNG.
        public var icon: String?

        /// Makes a brand.
        public init(color: String? = nil, logo: String? = nil, darkLogo: String? = nil, icon: String? = nil) {
            (self.color, self.logo, self.darkLogo, self.icon) = (color, logo, darkLogo, icon)
        }
    }
}
