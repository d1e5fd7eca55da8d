/// What a file of the site is: who may read it, how long it may be cached, and whether it changes with the clock.
///
/// ``HeadersFile``, the table in `docs/deploying.md` and the test of what moves are all made of this one.
public struct OutputKind: Hashable, Sendable {
    /// Which files are of the kind, in Markdown.
    let files: String
    /// Who may show it in a frame; nothing where it is no page.
    let framing: Framing?
    /// Whether programs on other sites may read it, unless the site is the team's.
    let isOpen: Bool
    let lifetime: Lifetime
    /// What of it changes while no record does, and none begins, ends or falls due.
    public let movement: Movement

    /// Who may show a page in a frame.
    enum Framing { case nobody, anySite }

    /// How long a cache may keep a file.
    enum Lifetime { case minute, forever, asTheHostSays }

    /// What of a file moves with the clock alone.
    public enum Movement: Sendable {
        case nothing
        /// Figures of a time that ends now, in its text and its drawings.
        case figures
        case everything
    }

    private init(
        _ files: String, framing: Framing? = nil, isOpen: Bool = false, kept lifetime: Lifetime = .minute,
        moves movement: Movement
    ) {
        (self.files, self.framing, self.isOpen) = (files, framing, isOpen)
        (self.lifetime, self.movement) = (lifetime, movement)
    }
}

extension OutputKind {
    static let page = Self("pages", framing: .nobody, moves: .figures)
    static let framedPage = Self("`embed.html`", framing: .anySite, moves: .figures)
    static let report = Self("reports", framing: .nobody, moves: .everything)
    static let reportFigures = Self("`reports/*.csv`", moves: .everything)
    static let statistics = Self("`api/statistics.json`, `api/statistics/`", isOpen: true, moves: .everything)
    static let api = Self("`api/v2/`", isOpen: true, moves: .nothing)
    static let feed = Self("feeds and `calendar.ics`", isOpen: true, moves: .nothing)
    static let badge = Self("badges", isOpen: true, moves: .nothing)
    static let hostFile = Self("`sitemap.xml`, `robots.txt`, `_headers`, `.nojekyll`", moves: .nothing)
    static let hashedAsset = Self("assets with a hash in their names", kept: .forever, moves: .nothing)
    static let ownAsset = Self("your own files in `assets/`", kept: .asTheHostSays, moves: .nothing)

    /// Every kind.
    static let all = [
        page, framedPage, report, reportFigures, statistics, api, feed, badge, hostFile, hashedAsset,
        ownAsset,
    ]
}
