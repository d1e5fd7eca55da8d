public import Diagnostics
public import StatusModel

/// The contents of `status.yml`, and what is needed from it to read records.
///
/// It is one object for all readers of records, because a structure of its size would be copied at every step.
public final class Configuration: Sendable {
    /// The site, still without records.
    public let page: StatusPage
    /// The site's current and former rules.
    let rules: RulesInForce
    /// The severities whose incidents are internal, or were at any time.
    let internalSeverities: Set<Severity.Rank>
    let components: NameTable
    let severities: NameTable
    let times: TimeReader
    /// The headings that begin a post-mortem.
    let postMortemTitle: PostMortemTitle
    /// The lines of impact and of post-mortems that only the team sees.
    let internalLines: InternalLines
    /// The keywords of the site's own words for phases.
    let phaseLabels: [String: String]
    /// The place of the first key under `site`.
    let sitePlace: SourceLocation?
    /// The location of `policy_review`, if it is there, for the warning that a review is due.
    let policyReviewPlace: SourceLocation?
    /// The days under `rules_until` with their places, newest first.
    let formerRulesPlaces: [(day: Day, place: SourceLocation)]
    /// The places of the texts, by their ids.
    public let textPlaces: [String: SourceLocation]
    /// The places of the rules for alerts, in their order.
    let alertPlaces: [SourceLocation]
    /// The ids from another page that the site, its groups and its components keep.
    let keptIDs: [OwnedID]
    /// The id of the first text that has a blank of that name.
    let blanks: [String: String]
    /// The location of `language`, if it is there; only the templates know whether there are words for it.
    public let languagePlace: SourceLocation?

    init(
        page: StatusPage,
        sitePlace: SourceLocation?,
        policyReviewPlace: SourceLocation?,
        languagePlace: SourceLocation?,
        formerRulesPlaces: [(day: Day, place: SourceLocation)] = [],
        textPlaces: [String: SourceLocation] = [:],
        alertPlaces: [SourceLocation] = [],
        keptIDs: [OwnedID] = [],
        postMortemTitle: PostMortemTitle = PostMortemTitle(),
        internalLines: InternalLines? = nil
    ) {
        (self.page, self.sitePlace, self.policyReviewPlace) = (page, sitePlace, policyReviewPlace)
        let rules = page.rules
        self.rules = rules
        internalSeverities = Set(
            page.severities.indices.filter { rank in
                rules.policies(of: rank).contains { $0.value.visibility == .internal }
            })
        self.languagePlace = languagePlace
        self.formerRulesPlaces = formerRulesPlaces
        self.textPlaces = textPlaces
        self.alertPlaces = alertPlaces
        self.keptIDs = keptIDs
        blanks = Dictionary(page.texts.flatMap { text in text.blanks.map { ($0, text.id) } }) { first, _ in
            first
        }
        self.postMortemTitle = postMortemTitle
        self.internalLines = internalLines ?? InternalLines(labels: page.internalImpact ?? [])
        let names = page.components.map { [$0.id, $0.name] + $0.aliases + $0.formerIDs }
        let taken = Set(names.joined().map(\.folded))
        components = NameTable(
            zip(page.components, names).map { component, names in
                // A name that is also another component's own means that one.
                names + [page.fullName(of: component)].compactMap { $0 }.filter { !taken.contains($0.folded) }
            }
        )
        severities = page.severityNames
        times = TimeReader(zone: page.zone)
        phaseLabels = Dictionary(
            page.phaseLabels.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { (Phase.normal($0.value), $0.key.keyword) }
        ) { first, _ in first }
    }

    /// Returns a copy for a site whose language calls a post-mortem by these names; a title may follow the first.
    public func calling(postMortem names: [String]) -> Configuration {
        copy(calling: PostMortemTitle(names))
    }

    /// Returns a copy in the language of another, such as for the site's own past.
    public func speaking(like other: Configuration) -> Configuration {
        copy(calling: other.postMortemTitle)
    }
}

extension Configuration {
    /// Returns a copy in which more is only for the team; `nil` if all of that already is.
    func keepingInside(_ facts: InternalFacts) -> Configuration? {
        internalLines.adding(facts).map { copy(keepingInside: $0) }
    }

    /// Returns a copy with another title of post-mortems, or other lines that only the team sees.
    private func copy(calling title: PostMortemTitle? = nil, keepingInside lines: InternalLines? = nil)
        -> Configuration
    {
        Configuration(
            page: page,
            sitePlace: sitePlace,
            policyReviewPlace: policyReviewPlace,
            languagePlace: languagePlace,
            formerRulesPlaces: formerRulesPlaces,
            textPlaces: textPlaces,
            alertPlaces: alertPlaces,
            keptIDs: keptIDs,
            postMortemTitle: title ?? postMortemTitle,
            internalLines: lines ?? internalLines
        )
    }
}

extension StatusPage {
    /// The levels by the names that records may use.
    var severityNames: NameTable {
        NameTable(severities.map { [$0.level] + $0.aliases + [$0.name].compactMap { $0 } })
    }
}
