import Diagnostics
import PhraseFiles

/// A file of `site-templates/languages/`: the phrases of one language.
struct LanguageFile {
    /// The language's tag: its name without `.phrases`.
    let tag: String
    let file: SourceFile
    let phrases: PhraseFile

    init(tag: String, file: SourceFile) {
        (self.tag, self.file, phrases) = (tag, file, PhraseFile(file.bytes))
    }
}

extension LanguageFile {
    static let folder = "languages/"
    static let suffix = ".phrases"

    /// Where the language's file is, from `site-templates/` on.
    static func path(of tag: String) -> String { folder + tag + suffix }

    /// Whether that file of `site-templates/` holds phrases.
    static func isOne(_ path: String) -> Bool { path.hasPrefix(folder) && path.hasSuffix(suffix) }

    /// Whether that file of `site-templates/` is in the languages' folder or has their ending.
    static func isMeantAsOne(_ path: String) -> Bool { path.hasPrefix(folder) || path.hasSuffix(suffix) }

    /// The languages that those files of `site-templates/` hold, in the order of their tags.
    static func tags(among files: [String: SourceFile]) -> [String] {
        files.keys.compactMap(tag(ofPath:)).sorted()
    }

    /// The language of that file of `site-templates/`, where it holds phrases.
    static func tag(ofPath path: String) -> String? {
        isOne(path) ? String(path.dropFirst(folder.count).dropLast(suffix.count)) : nil
    }

    /// The language among those known that has a tag's words: the whole tag's, or else the one without its region.
    /// Tags are the same in any case of their letters.
    static func nearest(to tag: String, among known: [String]) -> String? {
        let parts = tag.lowercased().split(separator: "-")
        return (1...max(1, parts.count)).reversed().lazy
            .map { parts.prefix($0).joined(separator: "-") }
            .compactMap { name in known.first { $0.lowercased() == name } }
            .first
    }

    /// The language's file among those of `site-templates/`.
    init?(_ tag: String, among files: [String: SourceFile]) {
        guard let file = files[Self.path(of: tag)] else { return nil }
        // The binary's own is read already: all languages say in English what they lack.
        if let english = Self.english, tag == english.tag, file.bytes == english.file.bytes {
            self = english
        } else {
            self.init(tag: tag, file: file)
        }
    }

    /// The English file in the binary.
    static let english = SiteTemplates.builtIn[path(of: "en")].map { LanguageFile(tag: "en", file: $0) }

    /// The text of a phrase that has neither values nor plural forms.
    func text(of key: String) -> String? {
        let entry = phrases.entries.first { $0.key == key }
        guard case .text(let text)? = entry?.text.parts.first else { return nil }
        return text
    }

    /// Whose numbers and dates go with it: those of the tag's region, or else the ones that the file names.
    func conventions(for tag: String) -> String {
        tag.lowercased() == self.tag.lowercased() ? text(of: Self.conventionsKey) ?? tag : tag
    }

    /// What names the conventions is no phrase that pages say.
    static let conventionsKey = "language.conventions"
    /// The headings that begin a post-mortem in a record; no page shows them.
    static let headingsKey = "post-mortems.headings"

    /// Its phrases, by their places in ``PhraseKeys/known``.
    var texts: [Int: [PluralCategory: PhraseText]] {
        phrases.entries.reduce(into: [:]) { texts, entry in
            guard let place = PhraseKeys.places[entry.key],
                let category = PluralCategory(rawValue: entry.form ?? "other")
            else { return }
            texts[place, default: [:]][category] = entry.text
        }
    }
}
