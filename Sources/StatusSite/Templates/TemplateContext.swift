/// Values prepared for a template: what its tags can name, and nothing else.
///
/// Templates never see the model. A context's vocabulary is one table that finds the values, tells the
/// checker which names there are, and is the documentation.
protocol TemplateContext: Sendable {
    /// What a template can name where this context is at hand.
    static var vocabulary: Vocabulary<Self> { get }
}

extension TemplateContext {
    /// The vocabulary's words, in its order.
    static var words: [Word] { vocabulary.words }

    /// The word of that name, if there is one.
    static func word(named name: String) -> Word? { vocabulary.word(named: name) }
}

/// A context that a template of its own is rendered with.
protocol PageContext: TemplateContext {
    /// The template's name: its file in `site-templates/` without `.mustache`.
    static var template: String { get }
    /// What the template makes, in a sentence of `docs/templates.md`.
    static var summary: String { get }
}
