import StatusModel

/// What is left at a record's former address: it leads to the new one.
struct AliasPage: PageContext {
    static let template = "alias"
    static let summary = "a record's former address, which leads to the new one"

    let head: Head
    let title: String
    let target: String
    let moved: HTML

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("title", "the record's title") { $0.title },
            .text("target", "the address of its page") { $0.target },
            .html("moved", "where to go, in a sentence") { $0.moved },
        ]
    )

    init(to record: Record, frame: Frame) {
        title = record.title
        target = "\(record.slug).html"
        moved = frame.words.html.recordMoved(page: LinkContext(text: title, href: target).html)
        head = Head(frame: frame, title: record.title, summary: "", path: record.pagePath)
    }
}
