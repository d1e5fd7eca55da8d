import StatusModel

/// A record that could not be read, as it stands in its file.
struct BrokenRecordPage: PageContext {
    static let template = "broken"
    static let summary = "a record that could not be read, as it stands"

    let head: Head
    let title: String
    let explanation: String
    let source: String

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .text("title", "its title where that could be read, else its file's name") { $0.title },
            .text("explanation", "that it could not be read, in a sentence that names its file") {
                $0.explanation
            },
            .text("source", "the file's text, less what is internal; may be empty") { $0.source },
        ]
    )

    init(_ record: BrokenRecord, frame: Frame) {
        title = record.title ?? record.path
        explanation = frame.words.text.recordBroken(file: record.path)
        source = record.text
        head = Head(frame: frame, title: title, summary: "", path: Record.pagePath(ofSlug: record.slug))
    }
}
