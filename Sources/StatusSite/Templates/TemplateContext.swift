/// The values that the tags of a template can name.
///
/// Templates never see the model. A context's vocabulary is one table that finds the values, lists the names for the
/// compiler, and documents them. Values that a template does not name are not computed.
protocol TemplateContext: Sendable {
    /// The names that a template can use in this context.
    static var vocabulary: Vocabulary<Self> { get }

    /// Returns the text of the word of that number; `nil` if it has none.
    func text(of number: Int) -> String?
    /// Returns the text under the key of the word of that number; `nil` if it has none.
    func text(of number: Int, under key: String) -> String?
    /// Returns the marked-up text of the word of that number; `nil` if it has none.
    func markup(of number: Int) -> Markup?
    /// Returns the HTML of the word of that number; `nil` if it has none.
    func html(of number: Int) -> HTML?
    /// Calls `body` for each value for which a section of the word of that number is written, with what the value adds
    /// to the names in scope.
    func values(of number: Int, _ body: (TemplateLevel?) -> Void)
}

// These are requirements, too, so that each context has its own code for them, without generics.
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

    /// Returns the word of that name with its number; `nil` if there is none.
    static func word(named name: String) -> (number: Int, word: Word)? { vocabulary.word(named: name) }
}

/// A context that has a template of its own.
protocol PageContext: TemplateContext {
    /// The template's name: its file in `site-templates/` without `.mustache`.
    static var template: String { get }
    /// A description of what the template makes, for `docs/templates.md`.
    static var summary: String { get }
    /// How values are escaped in the template and in all others whose names end like its own.
    static var escaping: Escaping { get }
}

extension PageContext {
    static var escaping: Escaping { .html }
}
