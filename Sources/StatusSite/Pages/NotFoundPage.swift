/// The page that hosts show for addresses that lead nowhere.
struct NotFoundPage: PageContext {
    static let template = "not-found"
    static let summary = "the page for addresses that lead nowhere, served at any depth"

    let head: Head
    let ways: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .html("ways", "where to go from here, in a sentence") { $0.ways }
        ]
    )

    /// - Parameter frame: one whose root is the site's address.
    init(frame: Frame) {
        head = Head(frame: frame, title: frame.words.text.notFoundTitle, summary: "", path: nil)
        let words = frame.words.html
        ways = words.notFoundLead(
            history: "<a href=\"\(frame.root)history.html\">\(words.notFoundHistory)</a>",
            now: "<a href=\"\(frame.root)index.html\">\(words.notFoundNow)</a>"
        )
    }
}
