/// A kind of output: its readers, its time in caches, and whether it changes with the clock.
///
/// ``HeadersFile``, the table in `docs/deploying.md` and the test of what changes are all based on this type.
public enum OutputKind: CaseIterable, Sendable {
    /// Pages.
    case page
    /// `embed.html`.
    case framedPage
    /// Reports of periods that are over.
    case report
    /// Reports of periods that are not over.
    case runningReport
    /// `reports/*.csv` of periods that are over.
    case reportFigures
    /// `reports/*.csv` of periods that are not over.
    case runningReportFigures
    /// `api/statistics.json`, `api/statistics/`.
    case statistics
    /// `api/v2/`.
    case api
    /// Feeds and `calendar.ics`.
    case feed
    /// Badges of a status.
    case badge
    /// Badges of an uptime.
    case uptimeBadge
    /// `sitemap.xml`, `robots.txt`, `_headers`, `.nojekyll`.
    case hostFile
    /// Assets with a hash in their names.
    case hashedAsset
    /// The site's own files in `assets/`.
    case ownAsset

    /// The sites that may show a page in a frame.
    enum Framing { case nobody, anySite }

    /// The time for which a cache may keep a file.
    enum Lifetime { case minute, forever, asTheHostSays }

    /// The part of a file that changes with the clock alone.
    public enum Movement: Sendable {
        case nothing
        /// Figures for a time that ends now, in its text and its drawings.
        case figures
        case everything
    }
}

extension OutputKind {
    /// The files of the kind, in Markdown.
    var files: String { traits.files }

    /// The sites that may show it in a frame; `nil` if it is not a page.
    var framing: Framing? { traits.framing }

    /// Whether programs on other sites may read it, unless the site is the team's.
    var isOpen: Bool { traits.isOpen }

    /// The time for which a cache may keep it.
    var lifetime: Lifetime { traits.lifetime }

    /// The part that changes even if no record does, and none begins, ends or falls due.
    public var movement: Movement { traits.movement }
}

private extension OutputKind {
    struct Traits {
        let files: String
        let framing: Framing?
        let isOpen: Bool
        let lifetime: Lifetime
        let movement: Movement

        init(
            _ files: String, framing: Framing? = nil, isOpen: Bool = false, kept lifetime: Lifetime = .minute,
            moves movement: Movement
        ) {
            (self.files, self.framing, self.isOpen) = (files, framing, isOpen)
            (self.lifetime, self.movement) = (lifetime, movement)
        }
    }

    /// The properties of the kind, since a file only stores its case.
    var traits: Traits {
        switch self {
        case .page: Traits("pages", framing: .nobody, moves: .figures)
        case .framedPage: Traits("`embed.html`", framing: .anySite, moves: .figures)
        case .report: Traits("reports of periods that are over", framing: .nobody, moves: .nothing)
        case .runningReport: Traits("reports of periods in progress", framing: .nobody, moves: .everything)
        case .reportFigures: Traits("`reports/*.csv` of periods that are over", moves: .nothing)
        case .runningReportFigures: Traits("`reports/*.csv` of periods in progress", moves: .everything)
        case .statistics:
            Traits("`api/statistics.json`, `api/statistics/`", isOpen: true, moves: .everything)
        case .api: Traits("`api/v2/`", isOpen: true, moves: .nothing)
        case .feed: Traits("feeds and `calendar.ics`", isOpen: true, moves: .nothing)
        case .badge: Traits("badges of a status", isOpen: true, moves: .nothing)
        case .uptimeBadge: Traits("badges of an uptime", isOpen: true, moves: .everything)
        case .hostFile: Traits("`sitemap.xml`, `robots.txt`, `_headers`, `.nojekyll`", moves: .nothing)
        case .hashedAsset: Traits("assets with a hash in their names", kept: .forever, moves: .nothing)
        case .ownAsset: Traits("your own files in `assets/`", kept: .asTheHostSays, moves: .nothing)
        }
    }
}
