import PhraseFiles

/// The words of a language: a function or value for each phrase of `site-templates/languages/en.phrases`, generated
/// from that file when the program is built.
struct Phrases<Medium: PhraseMedium>: Sendable {
    private let phrases: [Phrase<Medium>]

    /// - Parameter phrases: one phrase for each of ``PhraseKeys/known``, in its order.
    init(_ phrases: [Phrase<Medium>]) {
        self.phrases = phrases
    }
}

extension Phrases {
    /// Returns the phrase at that index in ``PhraseKeys/known``.
    func filled(_ index: Int, _ values: [Medium]) -> Medium { phrases[index].filled(values) }

    /// Returns the form for that number.
    func counted(_ index: Int, _ number: Int, _ values: [Medium]) -> Medium {
        phrases[index].counted(number, values)
    }

    /// Returns the sentences, joined as the language does.
    func together(_ sentences: [Medium]) -> Medium {
        guard let first = sentences.first else { return .empty }
        return sentences.dropFirst().reduce(first) { self.sentences(first: $0, second: $1) }
    }

    /// Returns the phrase of that name, if it needs no values.
    func phrase(named name: String) -> Medium? {
        PhraseKeys.places[name].flatMap { place in
            let key = PhraseKeys.known[place]
            return key.needsValues ? nil : phrases[place].filled([])
        }
    }
}

/// The phrases that the program knows.
enum PhraseKeys {
    /// All phrases, in the order of the English file.
    static let known = LanguageFile.english.map { PhraseKey.all(in: $0.phrases) } ?? []
    /// The indices of the phrases in ``known``.
    static let places = Dictionary(
        known.enumerated().map { ($1.name, $0) },
        uniquingKeysWith: { first, _ in first }
    )
}
