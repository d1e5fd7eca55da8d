/// The page that hosts show for addresses that do not exist.
struct NotFoundPage: PageContext {
    static let template = "not-found"
    static let summary = "the page for addresses that do not exist, at any depth"

    let head: Head
    let ways: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .html("ways", "a sentence with links to other pages") { $0.ways }
        ]
    )

    /// Makes the page.
    ///
    /// - Parameter layout: a layout whose root is the site's address.
    init(layout: Layout) {
        head = Head(layout: layout, title: layout.words.text.notFoundTitle, summary: "", path: nil)
        let text = layout.words.text
        ways = layout.words.html.notFoundLead(
            history: LinkContext(text: text.notFoundHistory, href: "\(layout.root)history.html").html,
            now: LinkContext(text: text.notFoundNow, href: "\(layout.root)index.html").html
        )
    }
}
