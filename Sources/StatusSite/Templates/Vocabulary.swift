/// The table of a context's words: how each is called, what it says, and how its value is found.
struct Vocabulary<Context>: Sendable {
    /// The entries, in the order they were given.
    private let ordered: [Entry]
    private let entries: [String: Entry]

    /// Makes a vocabulary; of entries with one name the first counts.
    init(_ entries: [Entry]) {
        ordered = entries
        self.entries = Dictionary(entries.map { ($0.word.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The words, in the order they were given.
    var words: [Word] { ordered.map(\.word) }

    /// The word of that name, if there is one.
    func word(named name: String) -> Word? { entries[name]?.word }

    /// The word's value in the form in which the library takes it; nothing for an unknown name, which
    /// the library then looks for in the contexts around.
    func value(of name: String, in context: Context) -> Any? { entries[name]?.value(context) }
}

extension Vocabulary {
    /// A word and how its value is found.
    ///
    /// A known name always has a value, if only ``Absent``, so that it never means something of a context
    /// around it.
    struct Entry: Sendable {
        let word: Word
        let value: @Sendable (Context) -> Any
    }
}

extension Vocabulary.Entry {
    /// A text, escaped where it is written; nothing is an empty one.
    static func text(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .text, summary: summary)) { rendered(value($0)) }
    }

    /// HTML that is safe to write as it is; nothing is an empty one.
    static func html(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> String?
    ) -> Self {
        Self(word: Word(name: name, kind: .html, summary: summary)) { rendered(value($0)) }
    }

    /// Yes or no.
    static func flag(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Bool
    ) -> Self {
        Self(word: Word(name: name, kind: .flag, summary: summary)) {
            if value($0) { true } else { Absent() }
        }
    }

    /// A context that may be absent.
    static func section<Child: TemplateContext>(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> Child?
    ) -> Self {
        Self(word: Word(name: name, kind: .section(Child.self), summary: summary)) {
            if let child = value($0) { Scope(child) } else { Absent() }
        }
    }

    /// Contexts, for each of which the section is written.
    static func list<Child: TemplateContext>(
        _ name: String,
        _ summary: String,
        _ value: @escaping @Sendable (Context) -> [Child]
    ) -> Self {
        Self(word: Word(name: name, kind: .list(Child.self), summary: summary)) {
            listed(value($0).map { Scope($0) })
        }
    }

    private static func rendered(_ text: String?) -> Any {
        if let text, !text.isEmpty { RenderedText(renderText: text) } else { Absent() }
    }

    private static func listed<Item>(_ items: [Item]) -> Any {
        if items.isEmpty { Absent() } else { items }
    }
}

extension Vocabulary {
    /// The words of another context that this one holds, as if they were its own.
    static func words<Other: TemplateContext>(of other: @escaping @Sendable (Context) -> Other) -> [Entry] {
        Other.vocabulary.ordered.map { entry in
            Entry(word: entry.word) { entry.value(other($0)) }
        }
    }
}
