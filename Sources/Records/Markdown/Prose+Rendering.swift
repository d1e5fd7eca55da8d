import StatusModel

extension Prose {
    /// Renders a document once, as HTML and as plain text.
    ///
    /// - Parameters:
    ///   - hasRootedLinks: whether it may have links to records or files.
    ///   - level: the level of its highest heading.
    init(_ document: MarkdownDocument, hasRootedLinks: Bool, headingsFrom level: Int) {
        guard document.root.firstChild != nil else {
            self = .empty
            return
        }
        Self.settleHeadings(in: document.root, from: level)
        // In plain text, a box stays `[x]` and struck text `~~so~~`: without their marks, they would be misleading.
        let text = PlainText(of: document.root).text
        InlineExtensions.apply(to: document.root)
        let html = document.html
        self.init(html: hasRootedLinks ? RootMark.cut(html) : [html], text: text)
    }

    /// Sets the levels of headings, so that those of the text follow the page's own without skipping a level.
    private static func settleHeadings(in root: MarkdownNode, from level: Int) {
        let headings = root.children.filter { $0.kind == .heading }
        guard let highest = headings.map(\.level).min() else { return }
        for heading in headings { heading.level = min(6, level + heading.level - highest) }
    }
}
