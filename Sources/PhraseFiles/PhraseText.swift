import Diagnostics

/// The text of a phrase, with slots in braces, such as `Retired since {when}.`
public struct PhraseText: Sendable {
    /// The pieces of text and the slots, in order.
    public let parts: [Part]

    /// A piece of text, or a place for a value.
    public enum Part: Sendable, Equatable {
        case text(String)
        /// A slot, with its name, which consists of lowercase letters.
        case slot(String)
    }

    /// Parses a text; `nil` if there are braces that do not enclose a name.
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
    /// The names of the slots, each once, in the order of the text.
    public var slots: [String] {
        parts.reduce(into: []) { slots, part in
            if case .slot(let name) = part, !slots.contains(name) { slots.append(name) }
        }
    }
}
