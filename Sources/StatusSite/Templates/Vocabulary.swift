/// The table of a context's words: the name of each, its meaning, and how its value is found.
struct Vocabulary<Context>: Sendable {
    /// The entries, in the order they were given.
    private let ordered: [Entry]
    private let numbers: [String: Int]

    /// Makes a vocabulary; the first of several entries with the same name counts.
    init(_ entries: [Entry]) {
        ordered = entries
        numbers = Dictionary(
            entries.enumerated().map { ($1.word.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The words, in the order they were given.
    var words: [Word] { ordered.map(\.word) }

    /// Returns the word of that name with its number; `nil` if there is none.
    func word(named name: String) -> (number: Int, word: Word)? {
        numbers[name].map { ($0, ordered[$0].word) }
    }
}

extension Vocabulary {
    /// A word and how its value is found.
    struct Entry: Sendable {
        let word: Word
        let value: Value
    }

    /// How a value is found.
    enum Value: Sendable {
        case text(@Sendable (Context) -> String?)
        /// The text under a key.
        case texts(@Sendable (Context, String) -> String?)
        case markup(@Sendable (Context) -> Markup?)
        case html(@Sendable (Context) -> HTML?)
        case flag(@Sendable (Context) -> Bool)
        /// Calls the function for each context, in order.
        case contexts(@Sendable (Context, (any TemplateContext) -> Void) -> Void)
    }
}

extension Vocabulary {
    /// Returns the text of the word of that number; `nil` if it has none.
    func text(of number: Int, in context: Context) -> String? {
        if case .text(let text) = ordered[number].value { text(context) } else { nil }
    }

    /// Returns the text under the key of the word of that number; `nil` if it has none.
    func text(of number: Int, under key: String, in context: Context) -> String? {
        if case .texts(let text) = ordered[number].value { text(context, key) } else { nil }
    }

    /// Returns the marked-up text of the word of that number; `nil` if it has none.
    func markup(of number: Int, in context: Context) -> Markup? {
        if case .markup(let markup) = ordered[number].value { markup(context) } else { nil }
    }

    /// Returns the HTML of the word of that number; `nil` if it has none.
    func html(of number: Int, in context: Context) -> HTML? {
        if case .html(let html) = ordered[number].value { html(context) } else { nil }
    }

    /// Calls `body` for each value for which a section of that word is written, with what the value adds to the names
    /// in scope.
    func values(of number: Int, in context: Context, _ body: (TemplateLevel?) -> Void) {
        switch ordered[number].value {
        case .text(let text):
            if let text = text(context), !text.isEmpty { body(.text(text)) }
        case .markup(let markup):
            if let markup = markup(context), !markup.isEmpty { body(.markup(markup)) }
        case .html(let html):
            if let html = html(context), !html.isEmpty { body(.html(html)) }
        case .texts: break
        case .flag(let flag): if flag(context) { body(nil) }
        case .contexts(let contexts): contexts(context) { body(.context($0)) }
        }
    }
}

extension Vocabulary.Entry {
    /// Returns an entry for a text, which is escaped when it is written; `nil` means empty.
    static func text(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .text, summary: summary), value: .text(value))
    }

    /// Returns an entry for an absolute address; `nil` means empty.
    static func address(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .address, summary: summary), value: .text(value))
    }

    /// Returns an entry for texts under keys that the site chooses; the text under an unknown key is empty.
    ///
    /// - Parameter name: the part of their names in front of the dot.
    static func texts(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context, String) -> String?
    ) -> Self {
        Self(word: Word(name: name + Word.keySuffix, kind: .texts, summary: summary), value: .texts(value))
    }

    /// Returns an entry for a text with markup, written in the markup that the template produces; `nil` means empty.
    static func markup(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Markup?
    ) -> Self {
        Self(word: Word(name: name, kind: .markup, summary: summary), value: .markup(value))
    }

    /// Returns an entry for HTML, which is written unchanged; `nil` means empty.
    static func html(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> HTML?
    ) -> Self {
        Self(word: Word(name: name, kind: .html, summary: summary), value: .html(value))
    }

    /// Returns an entry for a Boolean value.
    static func flag(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Bool
    ) -> Self {
        Self(word: Word(name: name, kind: .flag, summary: summary), value: .flag(value))
    }

    /// Returns an entry for a context that may be absent.
    static func section<Child: TemplateContext>(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Child?
    ) -> Self {
        Self(
            word: Word(name: name, kind: .section(Child.self), summary: summary),
            value: .contexts { context, body in if let child = value(context) { body(child) } }
        )
    }

    /// Returns an entry for a list of contexts: the section is written once for each.
    static func list<Child: TemplateContext>(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> [Child]
    ) -> Self {
        Self(
            word: Word(name: name, kind: .list(Child.self), summary: summary),
            value: .contexts { context, body in for child in value(context) { body(child) } }
        )
    }
}

extension Vocabulary {
    /// Returns entries for the words of another context that this one holds, as if they were its own.
    static func words<Other: TemplateContext>(of other: @escaping @Sendable (Context) -> Other) -> [Entry] {
        Other.vocabulary.ordered.map { entry in
            Entry(word: entry.word, value: entry.value.found(in: other))
        }
    }
}

extension Vocabulary.Value {
    /// Returns the value as one of a context that holds this one.
    fileprivate func found<Outer>(in context: @escaping @Sendable (Outer) -> Context)
        -> Vocabulary<Outer>.Value
    {
        switch self {
        case .text(let text): .text { text(context($0)) }
        case .texts(let text): .texts { text(context($0), $1) }
        case .markup(let markup): .markup { markup(context($0)) }
        case .html(let html): .html { html(context($0)) }
        case .flag(let flag): .flag { flag(context($0)) }
        case .contexts(let contexts): .contexts { contexts(context($0), $1) }
        }
    }
}
