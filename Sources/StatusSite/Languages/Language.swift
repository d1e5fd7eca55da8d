import Diagnostics
import PhraseFiles

/// The language that a site is written in.
struct Language: Sendable {
    /// Its tag, as in `de` or `en-US`.
    let tag: String
    let conventions: Conventions
    /// The phrases as text.
    let text: Phrases<String>
    /// The phrases as HTML: their own words are escaped, and values go in as they are, as HTML.
    let html: Phrases<HTML>

    /// English as it is in the binary.
    static let english = SiteLanguage.english.spoken

    /// - Parameters:
    ///   - tag: the site's language.
    ///   - file: its phrases; what it lacks is English.
    init(_ tag: String, file: LanguageFile?) {
        let conventions = Conventions(of: file?.conventions(for: tag) ?? Self.conventionsOfEnglish)
        // A phrase without a form for each number is English as a whole: it would say nothing of the others.
        let own = (file?.texts ?? [:]).filter { place, texts in
            texts[.other] != nil
                || PhraseKeys.known[place].isCounted
                    && conventions.plurals.categories.allSatisfy { texts[$0] != nil }
        }
        // Reading a locale's rules is most of what a language costs: a second one is read where it is needed.
        let isWhole = PhraseKeys.known.enumerated().allSatisfy { place, key in
            own[place] != nil || key.name == LanguageFile.conventionsKey
        }
        let english =
            isWhole || conventions.tag == Self.conventionsOfEnglish
            ? conventions : Conventions(of: Self.conventionsOfEnglish)
        (self.tag, self.conventions) = (tag, conventions)
        func phrases<Medium>() -> Phrases<Medium> {
            Phrases(
                PhraseKeys.known.enumerated().map { place, key in
                    own[place].map { Phrase($0, of: key, by: conventions) }
                        ?? Phrase(englishTexts[place] ?? [:], of: key, by: english)
                }
            )
        }
        (text, html) = (phrases(), phrases())
    }

    private static let conventionsOfEnglish = LanguageFile.english?.conventions(for: "en") ?? "en"
}

private let englishTexts = LanguageFile.english?.texts ?? [:]
