/// A text that is written before it is needed, in the site's language: an element of `texts` in `status.yml`.
///
/// Each part may be left out. It is then asked for, or is given when the text is used.
public struct ReadyText: Hashable, Sendable {
    /// The id by which commands, the form and alerts refer to it: lowercase letters, digits and `-`.
    public var id: String
    /// The headline.
    public var title: String?
    /// The severity of an incident that begins with it.
    public var severity: Severity.Rank?
    /// The affected components and their statuses, in the author's order.
    public var components: [StatusChange]
    /// The text of the first update, in Markdown.
    public var text: String?
    /// The time from the first update to the next one that is promised, in seconds.
    public var nextUpdate: Int?
    /// The texts of later phases, in Markdown.
    public var words: [Phase: String]

    /// Makes a text.
    public init(
        id: String,
        title: String? = nil,
        severity: Severity.Rank? = nil,
        components: [StatusChange] = [],
        text: String? = nil,
        nextUpdate: Int? = nil,
        words: [Phase: String] = [:]
    ) {
        (self.id, self.title, self.severity, self.components) = (id, title, severity, components)
        (self.text, self.nextUpdate, self.words) = (text, nextUpdate, words)
    }
}

extension ReadyText {
    /// The phases that it has texts for, in their order.
    public var phases: [Phase] { Phase.allCases.filter { words[$0] != nil } }

    /// Returns the text for a phase.
    ///
    /// For the first phase, that is the text of the first update, unless it has another for it.
    public func words(at phase: Phase) -> String? {
        words[phase] ?? (phase == .investigating || phase == .scheduled ? text : nil)
    }

    /// The names of its blanks, each once, in the order of their first use.
    public var blanks: [String] {
        var seen: Set<String> = []
        let texts = [title, text].compactMap { $0 } + phases.compactMap { words[$0] }
        return texts.flatMap(Self.blanks).filter { seen.insert($0).inserted }
    }

    /// Returns the names of the blanks in a text, such as `{region}`, in their order.
    public static func blanks(in text: String) -> [String] {
        pieces(of: text).compactMap { if case .blank(let name) = $0 { name } else { nil } }
    }

    /// Returns the text with its blanks replaced by values.
    ///
    /// Blanks in values are not replaced in turn, and a blank without a value stays.
    public static func filled(_ text: String, with values: [String: String]) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .words(let words): words
            case .blank(let name): values[name] ?? "{\(name)}"
            }
        }
        .joined()
    }

    /// Returns the prepared text with its blanks replaced by values.
    public func filled(with values: [String: String]) -> ReadyText {
        var text = self
        text.title = title.map { Self.filled($0, with: values) }
        text.text = self.text.map { Self.filled($0, with: values) }
        text.words = words.mapValues { Self.filled($0, with: values) }
        return text
    }

    /// Returns the values for its blanks with which its title becomes that title, or `nil` if it cannot.
    public func values(making title: String) -> [String: String]? {
        guard let own = self.title else { return nil }
        var values: [String: String] = [:]
        var rest = title[...]
        let pieces = Self.pieces(of: own)
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .words(let words):
                guard rest.hasPrefix(words) else { return nil }
                rest = rest.dropFirst(words.count)
            case .blank(let name):
                let next = pieces.indices.contains(index + 1) ? pieces[index + 1] : nil
                guard let value = Self.value(in: rest, before: next), values[name] ?? value == value else {
                    return nil
                }
                (values[name], rest) = (value, rest.dropFirst(value.count))
            }
        }
        return rest.isEmpty ? values : nil
    }
}

private extension ReadyText {
    /// A part of a text.
    enum Piece {
        case words(String)
        case blank(String)
    }

    /// Splits the text into pieces, by Unicode scalars: a brace with a combining mark is still a brace.
    static func pieces(of text: String) -> [Piece] {
        var (pieces, words) = ([Piece](), String.UnicodeScalarView())
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let name = scalar == "{" ? rest.prefix(while: isOfName) : rest.prefix(0)
            guard name.first?.properties.isAlphabetic == true,
                rest.dropFirst(name.count).first == "}"
            else {
                words.append(scalar)
                continue
            }
            if !words.isEmpty { pieces.append(.words(String(words))) }
            pieces.append(.blank(String(name)))
            (words, rest) = (String.UnicodeScalarView(), rest.dropFirst(name.count + 1))
        }
        return words.isEmpty ? pieces : pieces + [.words(String(words))]
    }

    /// Returns the value of a blank at the beginning of a text: everything up to the first words that follow it, or
    /// `nil` if that is empty, or cannot be determined.
    static func value(in text: Substring, before next: Piece?) -> String? {
        switch next {
        case nil: text.isEmpty ? nil : String(text)
        case .blank: nil
        case .words(let words):
            text.indices.dropFirst().first { text[$0...].hasPrefix(words) }.map { String(text[..<$0]) }
        }
    }

    static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}
