import Diagnostics

/// What a phrase says: text with slots in braces, as in `Retired since {when}.`
public struct PhraseText: Sendable {
    /// Text and slots in their order.
    public let parts: [Part]

    /// A piece of text, or a place for a value.
    public enum Part: Sendable, Equatable {
        case text(String)
        /// The slot's name: small letters alone.
        case slot(String)
    }

    /// Takes a text apart; nothing where braces do not pair around a name.
    public init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.isEmpty,
                name.utf8.allSatisfy(\.isSmallLetter)
            else { return nil }
            if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
            parts.append(.slot(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }
}

extension PhraseText {
    /// The names of its slots, each once, in the order in which they stand.
    public var slots: [String] {
        parts.reduce(into: []) { slots, part in
            if case .slot(let name) = part, !slots.contains(name) { slots.append(name) }
        }
    }
}
