/// Values for a template: what its tags can name, and nothing else.
///
/// Templates never see the model. A context's vocabulary is one table that finds the values, tells the
/// compiler which names there are, and is the documentation. What a template does not name is not worked out.
protocol TemplateContext: Sendable {
    /// What a template can name where this context is at hand.
    static var vocabulary: Vocabulary<Self> { get }

    /// The text of the word of that number; nothing where it has none.
    func text(of number: Int) -> String?
    /// The text under the key of the word of that number; nothing where it has none.
    func text(of number: Int, under key: String) -> String?
    /// What somebody wrote, of the word of that number; nothing where it has none.
    func markup(of number: Int) -> Markup?
    /// The HTML of the word of that number; nothing where it has none.
    func html(of number: Int) -> HTML?
    /// Tells of each value for which a section of the word of that number is written, and of what it adds to the names
    /// at hand.
    func values(of number: Int, _ body: (TemplateLevel?) -> Void)
}

// Requirements all the same, so that each context has code of its own for them, in which nothing is generic.
extension TemplateContext {
    func text(of number: Int) -> String? { Self.vocabulary.text(of: number, in: self) }

    func text(of number: Int, under key: String) -> String? {
        Self.vocabulary.text(of: number, under: key, in: self)
    }

    func markup(of number: Int) -> Markup? { Self.vocabulary.markup(of: number, in: self) }

    func html(of number: Int) -> HTML? { Self.vocabulary.html(of: number, in: self) }

    func values(of number: Int, _ body: (TemplateLevel?) -> Void) {
        Self.vocabulary.values(of: number, in: self, body)
    }

    /// The vocabulary's words, in its order.
    static var words: [Word] { vocabulary.words }

    /// The word of that name with its number, if there is one.
    static func word(named name: String) -> (number: Int, word: Word)? { vocabulary.word(named: name) }
}

/// A context that a template of its own is rendered with.
protocol PageContext: TemplateContext {
    /// The template's name: its file in `site-templates/` without `.mustache`.
    static var template: String { get }
    /// What the template makes, in a sentence of `docs/templates.md`.
    static var summary: String { get }
    /// How values are escaped in the template and in all others whose names end like its own.
    static var escaping: Escaping { get }
}

extension PageContext {
    static var escaping: Escaping { .html }
}
