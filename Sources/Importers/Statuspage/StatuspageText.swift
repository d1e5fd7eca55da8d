import Diagnostics

/// The text of an update: HTML and Markdown, whose line ends are line breaks.
struct StatuspageText {
    let markdown: String
    let remarks: [Remark]

    init(_ html: String, at place: SourceLocation, isMarkdown: Bool = false) {
        let text = HTMLText(html)
        markdown = isMarkdown ? text.markdown : text.markdown.keepingLineEnds
        remarks = text.losses.map { Remark(losing: $0, at: place) }
    }
}
