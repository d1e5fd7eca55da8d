import Diagnostics
import PhraseFiles

/// A file of `site-templates/languages/`: the phrases of one language.
struct LanguageFile {
    /// The language's tag: its name without `.properties`.
    let tag: String
    let file: SourceFile
    let phrases: PhraseFile

    init(tag: String, file: SourceFile) {
        (self.tag, self.file, phrases) = (tag, file, PhraseFile(file.bytes))
    }
}

extension LanguageFile {
    static let folder = "languages/"
    static let suffix = ".properties"

    /// Where the language's file is, from `site-templates/` on.
    static func path(of tag: String) -> String { folder + tag + suffix }

    /// Whether that file of `site-templates/` holds phrases.
    static func isOne(_ path: String) -> Bool { path.hasPrefix(folder) && path.hasSuffix(suffix) }

    /// The languages that those files of `site-templates/` hold, in the order of their tags.
    static func tags(among files: [String: SourceFile]) -> [String] {
        files.keys.filter(isOne).map { String($0.dropFirst(folder.count).dropLast(suffix.count)) }.sorted()
    }

    /// The file for a language among those of `site-templates/`: that of the whole tag, or else of the
    /// language without its region.
    static func nearest(to tag: String, among files: [String: SourceFile]) -> LanguageFile? {
        let parts = tag.split(separator: "-")
        return (1...max(1, parts.count)).reversed().lazy
            .map { parts.prefix($0).joined(separator: "-") }
            .compactMap { name in named(name, among: files) }
            .first
    }

    /// Tags are the same in any case of their letters.
    private static func named(_ tag: String, among files: [String: SourceFile]) -> LanguageFile? {
        tags(among: files).first { $0.lowercased() == tag.lowercased() }
            .flatMap { name in files[path(of: name)].map { LanguageFile(tag: name, file: $0) } }
    }

    /// Whose numbers and dates go with it: those of the tag's region, or else the ones that the file names.
    func conventions(for tag: String) -> String {
        guard tag.lowercased() == self.tag.lowercased() else { return tag }
        let entry = phrases.entries.first { $0.key == Self.conventionsKey }
        guard case .text(let named)? = entry?.text.parts.first else { return tag }
        return named
    }

    /// What names the conventions is no phrase that pages say.
    static let conventionsKey = "language.conventions"

    /// What it says, by the places of ``Phrases/known``.
    var texts: [Int: [PluralCategory: PhraseText]] {
        phrases.entries.reduce(into: [:]) { texts, entry in
            guard let place = Phrases.places[entry.key],
                let category = PluralCategory(rawValue: entry.form ?? "other")
            else { return }
            texts[place, default: [:]][category] = entry.text
        }
    }
}
