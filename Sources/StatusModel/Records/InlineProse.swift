/// A short text of the team's, rendered once: what it marks up within a line, and nothing beyond.
///
/// Most are words alone, and hold nothing else. A page asks for ``html`` and escapes ``text`` where there is none.
public struct InlineProse: Hashable, Sendable {
    /// What the author wrote, which ticks and figures are compared by.
    public let source: String
    /// What it reads as; `nil` if the source does.
    private let rendered: Boxed<Rendered>?

    private struct Rendered: Hashable {
        let text: String
        let html: String
    }

    /// Makes a text that is words alone.
    public init(_ words: String) {
        (source, rendered) = (words, nil)
    }

    /// Makes a text that is more than words.
    ///
    /// - Parameters:
    ///   - text: the words without marks. A link that says something else has its address behind it.
    ///   - html: HTML that is safe to show within a line.
    public init(_ source: String, text: String, html: String) {
        (self.source, rendered) = (source, Boxed(Rendered(text: text, html: html)))
    }

    /// The words without marks.
    public var text: String { rendered?.value.text ?? source }

    /// HTML that is safe to show within a line; `nil` if it is words alone.
    public var html: String? { rendered?.value.html }
}
