/// The page that hosts show for addresses that lead nowhere.
struct NotFoundPage: PageContext {
    static let template = "not-found"
    static let summary = "the page for addresses that lead nowhere, served at any depth"

    let head: Head

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.head })

    /// - Parameter frame: one whose root is the site's address.
    init(frame: Frame) {
        head = Head(frame: frame, title: "Page not found", summary: "", path: nil)
    }
}
