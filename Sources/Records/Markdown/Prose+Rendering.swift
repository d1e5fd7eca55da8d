import StatusModel

extension Prose {
    /// Renders a document once, as HTML and as plain text.
    ///
    /// - Parameter hasRootedLinks: whether links to records or files may stand in it.
    init(_ document: MarkdownDocument, hasRootedLinks: Bool) {
        guard document.root.firstChild != nil else {
            self = .empty
            return
        }
        Self.settleHeadings(in: document.root)
        // As text, a box stays `[x]` and what is struck out `~~so~~`: without their marks, they would mislead.
        let text = PlainText(of: document.root).text
        InlineExtensions.apply(to: document.root)
        let html = document.html
        self.init(html: hasRootedLinks ? RootMark.cut(html) : [html], text: text)
    }

    /// A page's own headings take the first three levels; those of a text follow below, its highest as
    /// level 4, so that no level is skipped.
    private static func settleHeadings(in root: MarkdownNode) {
        let headings = root.children.filter { $0.kind == .heading }
        guard let highest = headings.map(\.level).min() else { return }
        for heading in headings { heading.level = min(6, 4 + heading.level - highest) }
    }
}
