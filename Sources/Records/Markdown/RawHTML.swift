import Diagnostics

/// The handling of raw HTML: it is not passed through, but text that looks like HTML, such as `Vec<String>`, stays
/// readable.
///
/// Comments are left out, since they are not meant for readers.
struct RawHTML {
    let text: BodyText
    let findings: Findings

    func replace(_ node: MarkdownNode) {
        let literal = node.literal.trimmed
        guard !literal.isHTMLComment else { return node.remove() }
        findings.add(warning(literal, at: node))
        if node.kind == .inlineHTML {
            let replacement = MarkdownNode.make(.text)
            replacement.literal = literal
            replacement.insert(before: node)
        } else {
            paragraph(of: literal).insert(before: node)
        }
        node.remove()
    }
}

private extension RawHTML {
    func paragraph(of literal: String) -> MarkdownNode {
        let paragraph = MarkdownNode.make(.paragraph)
        for line in literal.split(whereSeparator: \.isNewline) {
            if paragraph.firstChild != nil { paragraph.append(MarkdownNode.make(.softBreak)) }
            let text = MarkdownNode.make(.text)
            text.literal = line.trimmed
            paragraph.append(text)
        }
        return paragraph
    }

    func warning(_ literal: String, at node: MarkdownNode) -> Diagnostic {
        let line = literal.split(whereSeparator: \.isNewline).first.map(String.init) ?? literal
        return Diagnostic(
            .warning, .rawHTML, "Markdown reads `\(line)` as HTML, which is shown as text",
            at: text.location(of: line, from: NodePlace.offset(of: node, in: text)),
            hint: "put code in backticks")
    }
}

extension String {
    /// Whether the whole text is a comment.
    fileprivate var isHTMLComment: Bool {
        utf8.starts(with: "<!--".utf8) && utf8.suffix(3).elementsEqual("-->".utf8)
    }
}
