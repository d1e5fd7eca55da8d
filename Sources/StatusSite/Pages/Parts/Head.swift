import StatusModel

/// What a page has in its head, and what it shares with the others of its folder.
final class Head: TemplateContext {
    let frame: Frame
    let about: String

    /// - Parameters:
    ///   - title: the page's own title; empty on the index.
    ///   - summary: a sentence or two on what the page says, for previews of links to it.
    ///   - path: the page's path from the site's root; nothing where the page has no address of its own.
    init(frame: Frame, title: String, summary: String, path: String?) {
        let page = frame.site.page
        self.frame = frame
        let title = (title.isEmpty ? page.title : "\(title) – \(page.title)").escapedForHTML
        var about = "<title>\(title)</title>\n<meta property=\"og:title\" content=\"\(title)\">"
        if !summary.isEmpty {
            let summary = summary.escapedForHTML
            about += "\n<meta name=\"description\" content=\"\(summary)\">"
            about += "\n<meta property=\"og:description\" content=\"\(summary)\">"
        }
        if let path {
            let address = page.address(of: path).escapedForHTML
            about += "\n<link rel=\"canonical\" href=\"\(address)\">"
            about += "\n<meta property=\"og:url\" content=\"\(address)\">"
        }
        self.about = about
    }

    static let vocabulary = Vocabulary<Head>(
        [
            .html("start", "what the template `start` makes") { $0.frame.start },
            .html("header", "what the template `header` makes") { $0.frame.header },
            .html("footer", "what the template `footer` makes") { $0.frame.footer },
            .html(
                "about",
                "the page's `<title>`, description and canonical address, for its head and for previews"
            ) {
                $0.about
            },
        ] + Vocabulary<Head>.words { $0.frame.values }
    )
}
