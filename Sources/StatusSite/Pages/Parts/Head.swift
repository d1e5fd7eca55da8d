import StatusModel

/// What a page has in its head, and what it shares with the others of its folder.
final class Head: TemplateContext {
    let frame: Frame
    let documentTitle: String
    let summary: String
    let canonical: String

    /// - Parameters:
    ///   - title: the page's own title; empty on the index.
    ///   - summary: a sentence or two on what the page says, for previews of links to it.
    ///   - path: the page's path from the site's root.
    init(frame: Frame, title: String, summary: String, path: String) {
        let page = frame.site.page
        (self.frame, self.summary) = (frame, summary)
        documentTitle = title.isEmpty ? page.title : "\(title) – \(page.title)"
        canonical = page.address(of: path)
    }

    static let vocabulary = Vocabulary<Head>(
        [
            .html("start", "what the template `start` makes") { $0.frame.start },
            .html("header", "what the template `header` makes") { $0.frame.header },
            .html("footer", "what the template `footer` makes") { $0.frame.footer },
            .text("documentTitle", "the page's title and the site's") { $0.documentTitle },
            .text("summary", "what the page says, for previews of links to it; may be empty") { $0.summary },
            .text("canonical", "the page's absolute address") { $0.canonical },
        ] + Vocabulary<Head>.words { $0.frame.values }
    )
}
