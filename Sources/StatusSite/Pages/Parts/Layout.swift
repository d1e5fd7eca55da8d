import Diagnostics
import StatusModel

/// The parts and values that all pages of a folder share, made once.
final class Layout: Sendable {
    let site: Site
    /// The path to the site's root: `""`, `"../"`, or its address with a slash.
    let root: String
    let values: LayoutValues
    let assets: PageAssets
    let templates: SiteTemplates
    let entries: Entries
    private let parts: Lazy<Parts>

    /// The parts of a page that are the same on all of them, rendered once.
    private struct Parts: Sendable {
        let start: HTML
        let header: HTML
        let footer: HTML
    }

    init(_ site: Site, root: String, assets: PageAssets, templates: SiteTemplates) {
        let values = LayoutValues(site, root: root, assets: assets)
        (self.site, self.root, self.values) = (site, root, values)
        (self.assets, self.templates) = (assets, templates)
        entries = Entries(count: site.historyEntries.count)
        parts = Lazy {
            Parts(
                start: templates.html(PageStart(values: values)),
                header: templates.html(PageHeader(values: values, path: nil)),
                footer: templates.html(PageFooter(values: values))
            )
        }
    }

    var words: Localizer { site.words }
    var start: HTML { parts.value.start }
    var footer: HTML { parts.value.footer }

    /// Returns the header of the page at that path, which marks the link to the page, if it has one.
    func header(of path: String?) -> HTML {
        guard let path, PageHeader.places.contains(path) else { return parts.value.header }
        return templates.html(PageHeader(values: values, path: path))
    }

    /// Returns the path to a record's page.
    func href(of record: Record) -> String { root + record.pagePath }
}

/// The values that templates can name on all pages of a folder.
final class LayoutValues: TemplateContext {
    let siteTitle: String
    let language: String
    let root: String
    let stylesheet: String
    let script: String
    let locale: String
    let icon: String
    let touchIcon: String
    let logo: String
    let darkLogo: String
    let links: [LinkContext]
    let teamLinks: [LinkContext]
    let times: String
    let localTimes: String
    let isRightToLeft: Bool
    let isForTeam: Bool
    let hasSeverities: Bool
    let hasPostMortems: Bool

    init(_ site: Site, root: String, assets: PageAssets) {
        let page = site.page
        isForTeam = site.isForTeam
        hasSeverities = !site.shownSeverities.isEmpty
        hasPostMortems = site.hasPostMortems
        (siteTitle, language) = (page.title, page.language)
        locale = site.words.conventions.tag + "-u-ca-gregory"
        times = site.words.text.pageTimes(zone: page.zone.name)
        localTimes = site.words.text.pageLocalTimes(zone: page.zone.name)
        isRightToLeft = site.words.conventions.isRightToLeft
        self.root = root
        stylesheet = root + assets.stylesheet
        script = root + assets.script
        icon = root + (page.brand.icon?.percentEncoded ?? assets.icon)
        let ownTouchIcon = page.brand.icon.flatMap { $0.hasSuffix(".png") ? $0 : nil }
        touchIcon = root + (ownTouchIcon?.percentEncoded ?? assets.touchIcon)
        logo = page.brand.logo.map { root + $0.percentEncoded } ?? ""
        darkLogo = page.brand.darkLogo.map { root + $0.percentEncoded } ?? ""
        links = page.links.map { LinkContext(outside: $0.url, text: $0.text) }
        teamLinks = page.team.links.map { LinkContext(outside: $0.url, text: $0.text) }
    }

    static let vocabulary = Vocabulary<LayoutValues>([
        .text("siteTitle", "the site's title") { $0.siteTitle },
        .text("language", "the site's language, such as `en`") { $0.language },
        .text("locale", "the locale for dates that the script writes, for example `en-GB-u-ca-gregory`") {
            $0.locale
        },
        .text("root", "the relative path from the page to the site's root, for example `../`") { $0.root },
        .text("stylesheet", "the style sheet's address") { $0.stylesheet },
        .text("script", "the script's address") { $0.script },
        .text("icon", "the address of the site's icon") { $0.icon },
        .text("touchIcon", "the address of the icon on a phone's home screen, a PNG") {
            $0.touchIcon
        },
        .text("logo", "the logo's address; empty if there is none") { $0.logo },
        .text("darkLogo", "the address of the logo for dark mode; may be empty") { $0.darkLogo },
        .list("links", "the site's own links, for the footer") { $0.links },
        .flag("hasTeamLinks", "for the team: whether the footer has links that only the team sees") {
            !$0.teamLinks.isEmpty
        },
        .list("teamLinks", "for the team: its own links, for the footer") { $0.teamLinks },
        .flag("isRightToLeft", "whether the language is written from right to left") { $0.isRightToLeft },
        .text("times", "a sentence with the time zone of times and days") { $0.times },
        .text("localTimes", "the same once the script has changed times to the reader's time zone") {
            $0.localTimes
        },
        .flag("isForTeam", "whether this is the team's build, which shows internal facts") {
            $0.isForTeam
        },
        .flag("hasSeverities", "whether there is a page of severity levels") { $0.hasSeverities },
        .flag("hasPostMortems", "whether there is a page of post-mortems") { $0.hasPostMortems },
    ])
}

/// The beginning of all pages, up to their own title.
struct PageStart: PageContext {
    static let template = "start"
    static let summary = "the beginning of all pages, up to their titles; rendered once per folder"

    let values: LayoutValues

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.values })
}

/// The part from the end of a page's head to its own content.
struct PageHeader: PageContext {
    static let template = "header"
    static let summary =
        "the end of each page's `<head>`, and its header; rendered once per folder, and for each page that it links to"

    let values: LayoutValues
    /// The path of the page, if the header links to it.
    let path: String?

    /// The paths of the pages that the header links to.
    static let places: Set = [Self.status, HistoryPage.path, ReportsPage.path, SubscribePage.path]
    private static let status = ""

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.values } + [
            .flag("isStatus", "whether the page is the front page") { $0.path == Self.status },
            .flag("isHistory", "whether the page is the history") { $0.path == HistoryPage.path },
            .flag("isReports", "whether the page is the list of reports") { $0.path == ReportsPage.path },
            .flag("isSubscribe", "whether the page is the one on how to subscribe") {
                $0.path == SubscribePage.path
            },
        ]
    )
}

/// The part after a page's own content.
struct PageFooter: PageContext {
    static let template = "footer"
    static let summary = "the end of all pages, after their content; rendered once per folder"

    let values: LayoutValues

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.values })
}
