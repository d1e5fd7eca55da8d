import StatusModel

/// What all pages of a folder share: made once, and referred to by each.
final class Frame: Sendable {
    let site: Site
    /// What leads to the site's root: `""`, `"../"`, or its address with a slash.
    let root: String
    let stylesheet: String
    let icon: String
    let logo: String
    let links: [LinkContext]

    init(_ site: Site, root: String, assets: PageAssets) {
        (self.site, self.root) = (site, root)
        stylesheet = root + assets.stylesheet
        icon = root + assets.icon
        logo = site.page.brand.logo.map { root + $0 } ?? ""
        links = site.page.links.map { LinkContext(outside: $0.url, text: $0.text) }
    }

    var words: Words { site.words }
}

/// A page's head and foot.
struct Head: TemplateContext {
    let frame: Frame
    /// The page's own title; empty on the index.
    let title: String
    /// A sentence or two on what the page says, for previews of links to it.
    let summary: String
    /// The page's path from the site's root.
    let path: String

    static let vocabulary = Vocabulary<Self>([
        .text("language", "the site's language, as in `en`") { $0.frame.site.page.language },
        .text("siteTitle", "what the site is called") { $0.frame.site.page.title },
        .text("documentTitle", "the page's title and the site's") { $0.documentTitle },
        .text("summary", "what the page says, for previews of links to it; may be empty") { $0.summary },
        .text("canonical", "the page's absolute address") { $0.frame.site.page.url + "/" + $0.path },
        .text("root", "what leads from the page to the site's root, as in `../`") { $0.frame.root },
        .text("stylesheet", "the style sheet's address") { $0.frame.stylesheet },
        .text("icon", "the icon's address") { $0.frame.icon },
        .text("logo", "the logo's address; empty where there is none") { $0.frame.logo },
        .list("links", "the site's own links, for the foot") { $0.frame.links },
        .text("zone", "the time zone's name, as in `Europe/Berlin`") { $0.frame.site.page.zone.name },
    ])

    private var documentTitle: String {
        title.isEmpty ? frame.site.page.title : "\(title) – \(frame.site.page.title)"
    }
}
