import Diagnostics

@testable import Records

/// Markdown as GitHub reads it, in HTML.
func gitHubHTML(_ markdown: String) -> String {
    let bytes = Array(markdown.utf8)
    let text = BodyText(of: SourceFile(path: "incidents/a.md", bytes: bytes), in: bytes.indices)
    let document = MarkdownDocument.parse(text)
    return withExtendedLifetime(document) {
        InlineExtensions.apply(to: document.root)
        return document.html
    }
}

extension String {
    /// Without the line ends that stand between tags.
    var onOneLine: String {
        split(separator: "\n").joined(separator: "\n").replacing(/>\s*\n\s*</, with: "><").replacing(
            /\n$/,
            with: ""
        )
    }
}
