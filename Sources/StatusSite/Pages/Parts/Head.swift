import StatusModel

/// The values of a page's head, and those that it shares with the other pages of its folder.
struct Head: TemplateContext {
    let layout: Layout
    /// The page's own title; empty on the index.
    let title: String
    /// A sentence or two on what the page says.
    let summary: String
    /// The page's path from the site's root; `nil` if the page has no address of its own.
    let path: String?
    /// The kind of the state that the page shows, such as `major`; `operational` if nothing is wrong, or if the page
    /// does not show a state.
    var kind = "operational"

    static let vocabulary = Vocabulary<Head>(
        [
            .html("start", "what the template `start` makes") { $0.layout.start },
            .html("header", "what the template `header` makes") { $0.layout.header(of: $0.path) },
            .html("footer", "what the template `footer` makes") { $0.layout.footer },
            .text("pageTitle", "the titles of the page and the site") { $0.fullTitle },
            .text(
                "pageSummary",
                "a summary of the page in a sentence or two, for link previews"
            ) { $0.description },
            .text("pageAddress", "the page's absolute address; empty if it has none of its own") { head in
                head.path.map { head.layout.site.page.address(of: $0) }
            },
            .text(
                "pageIcon",
                "the address of the page's icon: that of the site, with a dot while something is wrong"
            ) {
                $0.icon
            },
            .text("pagePicture", "the absolute address of the picture for link previews") {
                $0.layout.site.page.address(of: $0.layout.assets.picture(of: $0.kind))
            },
            .flag("hasTrouble", "whether the page shows that something is wrong") {
                $0.kind != "operational"
            },
        ] + Vocabulary<Head>.words { $0.layout.values }
    )

    private var icon: String { layout.assets.icon(of: kind).map { layout.root + $0 } ?? layout.values.icon }

    /// The page's summary, or else a description of the site.
    private var description: String {
        summary.isEmpty ? layout.words.text.feedSummary(site: layout.site.page.title) : summary
    }

    private var fullTitle: String {
        let site = layout.site.page.title
        return title.isEmpty ? site : "\(title) – \(site)"
    }
}
