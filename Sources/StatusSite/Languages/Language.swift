import Diagnostics
import PhraseFiles

/// The language that a site is written in.
struct Language: Sendable {
    /// The tag, such as `de` or `en-US`.
    let tag: String
    let conventions: Conventions
    /// The phrases as text.
    let text: Phrases<String>
    /// The phrases as HTML: their own words are escaped, and values are inserted as HTML.
    let html: Phrases<HTML>

    /// English from the binary.
    static let english = SiteLanguage.english.spoken

    /// - Parameters:
    ///   - tag: the site's language.
    ///   - files: its phrases; each file completes those before it, and phrases that all of them lack are English.
    init(_ tag: String, files: [LanguageFile]) {
        let conventions = Conventions(
            of: files.isEmpty ? Self.conventionsOfEnglish : LanguageFile.conventions(for: tag, of: files))
        let own: [Int: [PluralCategory: PhraseText]] = files.reduce(into: [:]) { own, file in
            own.merge(file.texts) { nearer, _ in nearer }
        }
        // Reading a locale's rules is most of the cost of a language, so a second locale is only read if necessary.
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

    private static let conventionsOfEnglish = LanguageFile.english?.conventions ?? "en"
}

private let englishTexts = LanguageFile.english?.texts ?? [:]
