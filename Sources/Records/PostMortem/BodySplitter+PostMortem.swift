import Diagnostics

extension BodySplitter {
    /// Warns of a heading that names a post-mortem but does not begin one, and is therefore part of the text above it.
    mutating func warnOfTitle(in heading: MarkdownNode) {
        guard parts.postMortem == nil else { return }
        let title = heading.plainText
        if titles.matches(title) {
            warnOfTitle(heading, "a heading of level \(heading.level) does not start a post-mortem")
        } else if titles.resembles(title) {
            warnOfTitle(heading, "this heading does not start a post-mortem")
        }
    }

    /// Warns of `**Post-mortem**` on a line of its own.
    mutating func warnOfTitle(inBold paragraph: MarkdownNode) {
        guard parts.postMortem == nil, let first = paragraph.firstChild, first.kind == .strong,
            first.next.map({ $0.kind == .softBreak || $0.kind == .lineBreak || $0.plainText == ":" }) ?? true,
            titles.matches(first.plainText)
        else { return }
        warnOfTitle(paragraph, "a bold line does not start a post-mortem")
    }

    private mutating func warnOfTitle(_ block: MarkdownNode, _ message: String) {
        findings.warning(
            .postMortemHeading, at: text.location(of: block),
            "\(message), so this is part of the text above it",
            hint: "write `# Post-mortem`, followed by a title if you like")
    }
}
