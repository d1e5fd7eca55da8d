import StatusModel

/// The severity levels: what makes an incident one of them, and what readers can then expect.
struct SeveritiesPage: PageContext {
    static let template = "severities"
    static let summary = "the severity levels; for the team, with all the rules of the policy"

    let head: Head
    let severities: [SeverityContext]
    let businessHours: String
    let roles: [ContactContext]
    let review: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .list("severities", "the levels, highest first; for the public, only those that it can see") {
                $0.severities
            },
            .text("businessHours", "a sentence with the hours that some limits count; empty if none does") {
                $0.businessHours
            },
            .flag("hasRoles", "for the team: whether roles are defined") {
                !$0.roles.isEmpty
            },
            .list("roles", "for the team: the roles in an incident, in the order of `status.yml`") {
                $0.roles
            },
            .text(
                "review",
                "for the team: a sentence that says when the policy was last reviewed and when the next review is due; may be empty"
            ) { $0.review },
        ]
    )

    init(layout: Layout) {
        let page = layout.site.page
        let (rules, now) = (page.rules, layout.site.now)
        let today = page.zone.day(of: now)
        // A retired level is explained to readers who come from its incidents.
        let ranks = layout.site.shownSeverities.filter {
            !page.severities[$0].isRetired(on: today) || layout.site.archive.severities[$0] != nil
        }
        let shown = ranks.map { rules.severity($0, at: now) }
        head = Head(layout: layout, title: layout.words.text.severitiesTitle, summary: "", path: Self.path)
        severities = ranks.map { SeverityContext($0, layout: layout) }
        roles = page.team.roles.map { ContactContext(role: $0, words: layout.words) }
        businessHours =
            shown.contains { $0.hours == .business }
            ? rules.businessHours(at: now).map {
                layout.words.text.severitiesHours(hours: layout.words.hours($0), zone: page.zone.name)
            } ?? "" : ""
        review =
            page.policyReview.map { review in
                let words = layout.words
                let next = page.zone.day(of: review.dueAt(on: page, now: now))
                return words.text.severitiesReview(last: words.date(review.lastOn), next: words.date(next))
            } ?? ""
    }

    /// Its path from the site's root.
    static let path = "severities.html"
}

extension StatusPage {
    /// The severities that the audience can see.
    ///
    /// The public does not see a level whose incidents are internal, unless an incident reached it nevertheless.
    var shownSeverities: [Severity.Rank] {
        guard audience == .public else { return Array(severities.indices) }
        let reached = Set(records.lazy.compactMap { $0.highestSeverity })
        return severities.indices.filter { severities[$0].visibility == .public || reached.contains($0) }
    }
}

extension StatusPage {
    /// The name of each level in addresses: as the name of a file, and as the fragment on the page of severities.
    var severityAnchors: [String] { severities.map(\.level).namesInAddresses }
}
