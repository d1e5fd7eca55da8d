/// A short text by the team, rendered once: words with inline markup only.
///
/// Most are plain words and store nothing else. A page uses ``html``, or escapes ``text`` if there is none.
public struct InlineProse: Hashable, Sendable {
    /// The text as the author wrote it, which ticks and figures compare.
    public let source: String
    /// The rendered text; `nil` if it is the same as the source.
    private let rendered: Boxed<Rendered>?

    private struct Rendered: Hashable {
        let text: String
        let html: String
    }

    /// Makes a text of plain words.
    public init(_ words: String) {
        (source, rendered) = (words, nil)
    }

    /// Makes a text with markup.
    ///
    /// - Parameters:
    ///   - text: the words without marks. A link whose text is not its address is followed by the address.
    ///   - html: HTML that is safe to show within a line.
    public init(_ source: String, text: String, html: String) {
        (self.source, rendered) = (source, Boxed(Rendered(text: text, html: html)))
    }

    /// The words without marks.
    public var text: String { rendered?.value.text ?? source }

    /// HTML that is safe to show within a line; `nil` for plain words.
    public var html: String? { rendered?.value.html }
}
