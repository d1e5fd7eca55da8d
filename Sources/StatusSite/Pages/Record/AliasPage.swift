import StatusModel

/// The page at the former address of a record or a component, which leads to the new one.
struct AliasPage: PageContext {
    static let template = "alias"
    static let summary = "a former address of a record or a component, which leads to the new one"

    let head: Head
    let title: String
    let target: String
    let moved: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("title", "the title of the record, or the component's name") { $0.title },
            .text("target", "the address of its page") { $0.target },
            .html("moved", "a sentence with a link to the new address") { $0.moved },
        ]
    )

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - path: the new address, from the site's root.
    ///   - target: the new address, from the former one.
    private init(to title: String, at path: String, target: String, layout: Layout) {
        (self.title, self.target) = (title, target)
        moved = layout.words.html.recordMoved(page: LinkContext(text: title, href: target).html)
        head = Head(layout: layout, title: title, summary: "", path: path)
    }

    init(to record: Record, layout: Layout) {
        self.init(to: record.title, at: record.pagePath, target: "\(record.slug).html", layout: layout)
    }

    /// Makes the page at a former address of a component.
    ///
    /// - Parameter path: a page of the component, which is in the same folder as the former one.
    init(to component: String, at path: String, layout: Layout) {
        let file = String(path.drop { $0 != "/" }.dropFirst())
        self.init(to: component, at: path, target: file, layout: layout)
    }
}
