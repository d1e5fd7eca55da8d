import Diagnostics

/// What becomes of raw HTML: it is not passed through, and what an author meant as text, as in
/// `Vec<String>`, stays readable. Comments say nothing to readers and are left out.
struct RawHTML {
    let text: BodyText
    /// Where to look for the next: they come from the first to the last.
    private var offset: Int

    init(text: BodyText) {
        (self.text, offset) = (text, text.range.lowerBound)
    }

    mutating func replace(_ node: MarkdownNode, into diagnostics: inout [Diagnostic]) {
        let literal = node.literal.trimmed
        guard !(literal.hasPrefix("<!--") && literal.hasSuffix("-->")) else { return node.remove() }
        diagnostics.append(warning(literal))
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

    mutating func warning(_ literal: String) -> Diagnostic {
        let line = literal.split(whereSeparator: \.isNewline).first.map(String.init) ?? literal
        let start = text.find(Array(line.utf8), from: offset) ?? offset
        defer { offset = min(start + line.utf8.count, text.range.upperBound) }
        return Diagnostic(
            .warning,
            .rawHTML,
            "`\(line)` is HTML to Markdown, and is shown as text",
            at: text.location(of: line, from: start),
            hint: "put code between back-ticks"
        )
    }
}
