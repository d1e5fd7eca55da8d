import PhraseFiles

/// The form in which phrases are filled: plain text with text, or HTML with HTML.
protocol PhraseMedium: Sendable {
    static var empty: Self { get }
    /// Makes the words of a phrase from text.
    init(words: String)
    static func += (one: inout Self, other: Self)
}

extension String: PhraseMedium {
    static var empty: String { "" }

    init(words: String) {
        self = words
    }
}

extension HTML: PhraseMedium {
    init(words: String) {
        self.init(escaping: words)
    }
}

/// A phrase of a language, ready to be filled.
struct Phrase<Medium: PhraseMedium>: Sendable {
    /// The form for numbers without one of their own, and the only form of a phrase that does not depend on a number.
    private let usual: [Piece]
    /// The form for each category, in the order of ``PluralCategory``; empty if the phrase does not depend on a number.
    private let forms: [[Piece]?]
    /// The conventions that the forms are for: a phrase that falls back to English counts as in English.
    private let conventions: Conventions

    /// A piece of text, or the index of a value that the program provides.
    private enum Piece: Sendable {
        case text(Medium)
        case value(Int)
        case number
    }

    /// - Parameters:
    ///   - texts: the texts of the phrase, by category.
    ///   - key: the key, with the values that the program provides.
    init(
        _ texts: [PluralCategory: PhraseText],
        of key: PhraseKey,
        by conventions: Conventions
    ) {
        self.conventions = conventions
        func pieces(_ text: PhraseText) -> [Piece] {
            text.parts.map { part in
                switch part {
                case .text(let text): .text(Medium(words: text))
                case .slot(let name): key.slots.firstIndex(of: name).map(Piece.value) ?? .number
                }
            }
        }
        usual = PluralCategory.usual(among: texts.keys).flatMap { texts[$0] }.map(pieces) ?? []
        forms = key.isCounted ? PluralCategory.allCases.map { texts[$0].map(pieces) } : []
    }
}

extension Phrase {
    /// Returns the phrase with these values, in the order of the key's slots.
    func filled(_ values: [Medium]) -> Medium { text(usual, values, number: .empty) }

    /// Returns the phrase's form for that number, with these values.
    func counted(_ number: Int, _ values: [Medium]) -> Medium {
        let form = forms[conventions.plurals.category(of: number).place] ?? usual
        return text(form, values, number: Medium(words: conventions.numbers.grouped(number)))
    }

    private func text(_ pieces: [Piece], _ values: [Medium], number: Medium) -> Medium {
        if case .text(let whole)? = pieces.first, pieces.count == 1 { return whole }
        return pieces.reduce(into: .empty) { text, piece in
            switch piece {
            case .text(let words): text += words
            case .value(let index): text += index < values.count ? values[index] : .empty
            case .number: text += number
            }
        }
    }
}
