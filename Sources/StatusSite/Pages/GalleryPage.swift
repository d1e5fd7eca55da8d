public import StatusModel

/// The page that links to the example sites of a gallery.
struct GalleryPage: PageContext {
    static let template = "gallery"
    static let summary = "the start page of `allclear build --gallery`, with links to all others"

    let head: Head
    let title: String
    let body: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("title", "the page's title") { $0.title },
            .html("body", "the list of what there is to see, with links") { $0.body },
        ]
    )

    init(_ title: String, _ prose: Prose, layout: Layout) {
        head = Head(layout: layout, title: title, summary: "", path: nil)
        (self.title, body) = (title, HTML(rendered: prose.html(root: "")))
    }
}

extension SitePlan {
    /// Plans the page that links to the sites of a gallery, each of which is in a folder next to it.
    ///
    /// - Parameters:
    ///   - page: the site from which the page takes its header and footer, whose links lead to that site.
    ///   - folder: the folder of that site.
    public static func galleryIndex(
        titled title: String,
        _ prose: Prose,
        of page: StatusPage,
        in folder: String,
        now: Instant,
        templates: SiteTemplates
    ) -> SiteFile {
        let layout = Layout(
            Site(of: page, now: now, language: templates.language),
            root: folder + "/",
            assets: PageAssets(among: templates.assets(for: page.brand)),
            templates: templates
        )
        return SiteFile(.page, path: "index.html") {
            templates.bytes(GalleryPage(title, prose, layout: layout))
        }
    }
}
