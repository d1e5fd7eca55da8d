import StatusModel

/// What a page has in its head, and what it shares with the others of its folder.
struct Head: TemplateContext {
    let frame: Frame
    /// The page's own title; empty on the index.
    let title: String
    /// A sentence or two on what the page says.
    let summary: String
    /// The page's path from the site's root; nothing where the page has no address of its own.
    let path: String?

    static let vocabulary = Vocabulary<Head>(
        [
            .html("start", "what the template `start` makes") { $0.frame.start },
            .html("header", "what the template `header` makes") { $0.frame.header },
            .html("footer", "what the template `footer` makes") { $0.frame.footer },
            .text("pageTitle", "the page's title with the site's") { $0.fullTitle },
            .text(
                "pageSummary",
                "a sentence or two on what the page says, for previews of links to it; may be empty"
            ) { $0.summary },
            .text("pageAddress", "the page's absolute address; empty where it has none of its own") { head in
                head.path.map { head.frame.site.page.address(of: $0) }
            },
        ] + Vocabulary<Head>.words { $0.frame.values }
    )

    private var fullTitle: String {
        let site = frame.site.page.title
        return title.isEmpty ? site : "\(title) – \(site)"
    }
}
