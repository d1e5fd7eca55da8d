/// The table of a context's words: how each is called, what it says, and how its value is found.
struct Vocabulary<Context>: Sendable {
    /// The entries, in the order they were given.
    private let ordered: [Entry]
    private let numbers: [String: Int]

    /// Makes a vocabulary; of entries with one name the first counts.
    init(_ entries: [Entry]) {
        ordered = entries
        numbers = Dictionary(
            entries.enumerated().map { ($1.word.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The words, in the order they were given.
    var words: [Word] { ordered.map(\.word) }

    /// The word of that name with its number, if there is one.
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
        /// Tells of each context, one behind the other.
        case contexts(@Sendable (Context, (any TemplateContext) -> Void) -> Void)
    }
}

extension Vocabulary {
    /// The text, or nothing, of the word of that number.
    func text(of number: Int, in context: Context) -> String? {
        if case .text(let text) = ordered[number].value { text(context) } else { nil }
    }

    /// The text, or nothing, under the key of the word of that number.
    func text(of number: Int, under key: String, in context: Context) -> String? {
        if case .texts(let text) = ordered[number].value { text(context, key) } else { nil }
    }

    /// What somebody wrote, or nothing, of the word of that number.
    func markup(of number: Int, in context: Context) -> Markup? {
        if case .markup(let markup) = ordered[number].value { markup(context) } else { nil }
    }

    /// The HTML, or nothing, of the word of that number.
    func html(of number: Int, in context: Context) -> HTML? {
        if case .html(let html) = ordered[number].value { html(context) } else { nil }
    }

    /// Tells of each value for which a section of that word is written, and of what it adds to the names at hand.
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
    /// A text, escaped where it is written; nothing is an empty one.
    static func text(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .text, summary: summary), value: .text(value))
    }

    /// An absolute address; nothing is an empty one.
    static func address(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .address, summary: summary), value: .text(value))
    }

    /// Texts under keys that the site makes up; a key that has none has an empty one.
    ///
    /// - Parameter name: what their names begin with, in front of a dot.
    static func texts(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context, String) -> String?
    ) -> Self {
        Self(word: Word(name: name + Word.keySuffix, kind: .texts, summary: summary), value: .texts(value))
    }

    /// What somebody wrote, in the markup of what the template makes; nothing is an empty one.
    static func markup(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Markup?
    ) -> Self {
        Self(word: Word(name: name, kind: .markup, summary: summary), value: .markup(value))
    }

    /// HTML, written as it is; nothing is an empty one.
    static func html(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> HTML?
    ) -> Self {
        Self(word: Word(name: name, kind: .html, summary: summary), value: .html(value))
    }

    /// Yes or no.
    static func flag(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Bool
    ) -> Self {
        Self(word: Word(name: name, kind: .flag, summary: summary), value: .flag(value))
    }

    /// A context that may be absent.
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

    /// Contexts, for each of which the section is written.
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
    /// The words of another context that this one holds, as if they were its own.
    static func words<Other: TemplateContext>(of other: @escaping @Sendable (Context) -> Other) -> [Entry] {
        Other.vocabulary.ordered.map { entry in
            Entry(word: entry.word, value: entry.value.found(in: other))
        }
    }
}

extension Vocabulary.Value {
    /// The value as one of what holds the context.
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
