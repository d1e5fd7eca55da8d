import Diagnostics

/// Removes characters that do not belong in text from the texts of a tree: an entity such as `&#27;` can produce a
/// control character that the file does not contain.
func cleanTexts(in document: MarkdownDocument, of text: BodyText, into findings: Findings) {
    document.root.forEachDescendant { node in
        switch node.kind {
        case .text, .inlineCode, .code:
            let literal = node.markedLiteral
            let cleaned = literal.cleanedButForMarks
            if cleaned != literal { node.literal = cleaned }
            report(literal, at: node)
        case .link, .image:
            let (url, title) = (node.url, node.title)
            if url.cleaned != url { node.url = url.cleaned }
            if title.cleaned != title { node.title = title.cleaned }
            report(url + title, at: node)
        default: break
        }
        if node.kind == .code, node.fenceInfo.cleaned != node.fenceInfo {
            node.fenceInfo = node.fenceInfo.cleaned
        }
    }
    func report(_ value: String, at node: MarkdownNode) {
        guard let control = value.withoutEscapeMarks.firstControl else { return }
        let offset = NodePlace.offset(of: node, in: text)
        let place = text.file.location(of: offset..<offset + 1)
        findings.add(CleanText.warning(of: Array(String(control).utf8)[...], at: place))
    }
}

extension String {
    /// The text without such characters, except for the marks after escaped characters, which are needed later.
    var cleanedButForMarks: String {
        mayHoldEscapeMarks && unicodeScalars.contains("\u{FFFE}")
            ? split(on: "\u{FFFE}").map(\.cleaned).joined(separator: "\u{FFFE}") : cleaned
    }
}
