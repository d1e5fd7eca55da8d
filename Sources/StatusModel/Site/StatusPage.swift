/// A site: its configuration and its records, read and checked.
public struct StatusPage: Sendable {
    /// The name of the site, such as "Example Status".
    public var title: String
    /// The address at which it is published, without a slash at its end.
    ///
    /// Feeds and APIs need it; pages do not.
    public var url: String
    /// The earlier address, without a slash at its end, if the site's ids are to stay as they were there.
    public var idsFrom: String?
    /// The ids by which programs know the page itself from another page.
    public var ids = KeptIDs()
    /// The zone in which days are counted and times shown.
    public var zone: Zone
    /// The language of its text, as a BCP 47 tag.
    public var language: String
    /// The instant from which components are tracked.
    public var since: Instant?
    /// The instant from which news is in feeds and messages.
    public var newsSince: Instant?
    /// The objective of components that have none of their own.
    public var target: Target?
    /// Its color and logo.
    public var brand: Brand
    /// Links in the footer of pages.
    public var links: [Link]
    /// The list that gets all news by email.
    public var mailingList: MailingList?
    /// The hours that policies with `hours: business` count.
    public var businessHours: BusinessHours?
    /// The last review of the policy, and the rule for the next one.
    public var policyReview: PolicyReview?
    /// The site's own names for phases.
    public var phaseLabels: [Phase: String]
    /// The part of a second in each status that counts as downtime.
    public var weights: UptimeWeights
    /// The groups of components, in the order in which they are shown.
    public var groups: [ComponentGroup]
    /// The components, in the order in which they are shown.
    public var components: [Component]
    /// The severities of the policy, the highest first.
    public var severities: [Severity]
    /// The people and places that the pages for the team link to; empty on a page for the public.
    public var team = Team()
    /// The labels of internal details of impact; `nil` if the site does not say.
    public var internalImpact: [String]?
    /// The prepared texts, in the author's order.
    public var texts: [ReadyText] = []
    /// The rules by which alerts become incidents.
    ///
    /// The first one that matches an alert applies.
    public var alerts: [AlertRule] = []
    /// The incidents that alerts measured, for the team's reports; empty unless they were asked for.
    public var alertedIncidents: [AlertedIncident] = []
    /// The former rules.
    ///
    /// The policies, weights, objectives and business hours above are today's; for those of another day, use ``rules``.
    public var formerRules = FormerRules()

    /// Whether pages show the text that was edited after an incident's end, rather than only the date of the edit.
    public var showsFormerWords = true

    /// The audience that may see its content; the team until the page is cut for others by ``seen(by:at:)``.
    public internal(set) var audience = Audience.internal
    /// The records, newest first by their beginning, then by slug.
    ///
    /// In a page that was cut by ``seen(by:at:)``, each window of maintenance that recurs is a record.
    public var records: [Record] = []
    /// The records that the page's windows replace.
    public internal(set) var recurring: [Record] = []
    /// Records that could not be read, if the build publishes without them; by path.
    public var brokenRecords: [BrokenRecord] = []
    /// The number of records that could not be read and of which nothing may be shown, not counting ``brokenRecords``.
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
    /// The beginning of its first incident or maintenance, from which components are tracked if there is no `since`.
    ///
    /// Maintenance that was cancelled before it began does not count.
    public var firstRecordAt: Instant? {
        records.lazy.filter { $0.kind != .notice && !$0.neverRan }.map { $0.begins }.min()
    }

    /// Sorts the records.
    ///
    /// Each of their keys is determined only once.
    public mutating func sortRecords() {
        let keys = records.map { (begins: $0.begins, slug: $0.slug) }
        let order = keys.indices.sorted {
            (keys[$1].begins, keys[$0].slug) < (keys[$0].begins, keys[$1].slug)
        }
        records = order.map { records[$0] }
    }

    /// Returns the severities that incidents may begin with at the instant, the highest first.
    public func severities(inUseAt instant: Instant) -> [Severity] {
        let day = zone.day(of: instant)
        return severities.filter { !$0.isRetired(on: day) }
    }

    /// The records as they are in files: maintenance that recurs is one record, however many windows it has.
    public var filedRecords: [Record] {
        recurring.isEmpty ? records : records.filter { $0.seriesWindow == nil } + recurring
    }

    /// Returns the records of that kind, newest first.
    public func records(of kind: Record.Kind) -> [Record] { records.filter { $0.kind == kind } }
}

extension StatusPage {
    /// A link.
    public struct Link: Hashable, Sendable {
        /// The text that readers see.
        public var text: String
        /// The absolute `http`, `https` or `mailto` address.
        public var url: String

        /// Makes a link.
        public init(text: String, url: String) {
            (self.text, self.url) = (text, url)
        }
    }

    /// The color and the images by which the page looks like the team's own.
    public struct Brand: Hashable, Sendable {
        /// A color as `#rrggbb` in lowercase.
        public var color: String?
        /// The logo's path in the output, such as `logo.svg`.
        public var logo: String?
        /// The path of the logo for the dark color scheme.
        public var darkLogo: String?
        /// The path of the icon for tabs and home screens, an SVG or a PNG.
        public var icon: String?

        /// Makes a brand.
        public init(color: String? = nil, logo: String? = nil, darkLogo: String? = nil, icon: String? = nil) {
            (self.color, self.logo, self.darkLogo, self.icon) = (color, logo, darkLogo, icon)
        }
    }
}
