import StatusModel

/// The page of a record that could not be read, with the text of its file.
struct BrokenRecordPage: PageContext {
    static let template = "broken"
    static let summary = "the page of a record that could not be read, with its raw text"

    let head: Head
    let title: String
    let explanation: String
    let source: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("title", "its title if that could be read, otherwise its file name") { $0.title },
            .text("explanation", "a sentence that says that it could not be read, with its file name") {
                $0.explanation
            },
            .text("source", "the text of the file, without anything internal; may be empty") { $0.source },
        ]
    )

    init(_ record: BrokenRecord, layout: Layout) {
        title = record.title ?? record.path
        explanation = layout.words.text.recordBroken(file: record.path)
        source = record.text
        head = Head(layout: layout, title: title, summary: "", path: Record.pagePath(ofSlug: record.slug))
    }
}
