/// Words that are ready before they are needed: what one id under `texts` in `status.yml` holds, in the site's language.
///
/// Each part may be left out: then it is asked for, or whoever takes the text says it.
public struct ReadyText: Hashable, Sendable {
    /// What commands, the form and alerts call it by: small letters, digits and `-`.
    public var id: String
    /// The headline.
    public var title: String?
    /// The severity of an incident that begins with it.
    public var severity: Severity.Rank?
    /// What is affected, in the author's order.
    public var components: [StatusChange]
    /// What is said first, in Markdown.
    public var text: String?
    /// How long after what is said first the next update is promised, in seconds.
    public var nextUpdate: Int?
    /// What is said in later phases, in Markdown.
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
    /// The phases that it has words for, in their order.
    public var phases: [Phase] { Phase.allCases.filter { words[$0] != nil } }

    /// What it says at a phase. At the first one that is what it says first, unless it has other words for it.
    public func words(at phase: Phase) -> String? {
        words[phase] ?? (phase == .investigating || phase == .scheduled ? text : nil)
    }

    /// The names of its blanks, each once, in the order in which they are met.
    public var blanks: [String] {
        var seen: Set<String> = []
        let texts = [title, text].compactMap { $0 } + phases.compactMap { words[$0] }
        return texts.flatMap(Self.blanks).filter { seen.insert($0).inserted }
    }

    /// The names of the blanks in a text, as in `{region}`, in their order.
    public static func blanks(in text: String) -> [String] {
        pieces(of: text).compactMap { if case .blank(let name) = $0 { name } else { nil } }
    }

    /// The text with values in place of blanks. Values are not looked through in turn, and a blank without one stays.
    public static func filled(_ text: String, with values: [String: String]) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .words(let words): words
            case .blank(let name): values[name] ?? "{\(name)}"
            }
        }
        .joined()
    }

    /// The same with values in place of blanks.
    public func filled(with values: [String: String]) -> ReadyText {
        var text = self
        text.title = title.map { Self.filled($0, with: values) }
        text.text = self.text.map { Self.filled($0, with: values) }
        text.words = words.mapValues { Self.filled($0, with: values) }
        return text
    }

    /// The values by which its title's blanks become that title; `nil` if they do not.
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

    /// The text in pieces, by scalars: a brace with a mark on it is one all the same.
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

    /// What a blank stands for at the beginning of a text: all up to the first words that follow it; `nil` if that is
    /// nothing, or cannot be known.
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
