import Diagnostics
import PhraseFiles

/// A file of `site-templates/languages/`: the phrases of one language.
struct LanguageFile {
    /// The language's tag: the name of the file without `.phrases`.
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

    /// Returns the path of a language's file within `site-templates/`.
    static func path(of tag: String) -> String { folder + tag + suffix }

    /// Whether that file of `site-templates/` is in the languages' folder or has their extension.
    static func isMeantAsOne(_ path: String) -> Bool { path.hasPrefix(folder) || path.hasSuffix(suffix) }

    /// Returns the tags of the languages in those files of `site-templates/`, in their order.
    static func tags(among files: [String: SourceFile]) -> [String] {
        files.keys.compactMap(tag(ofPath:)).sorted()
    }

    /// Returns the language of that file of `site-templates/`; `nil` if it is not a file of phrases named after a
    /// language.
    static func tag(ofPath path: String) -> String? {
        guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
        let tag = String(path.dropFirst(folder.count).dropLast(suffix.count))
        return LanguageTag(tag) == nil ? nil : tag
    }

    /// Returns the files with a language's phrases, the nearest first; each file completes those before it.
    ///
    /// Files of the whole tag come before those of the tag without its region, and the site's own before the one in the
    /// binary. Tags are case-insensitive.
    ///
    /// - Parameter files: the files of `site-templates/`, the binary's replaced by the site's own.
    static func sources(of tag: String, among files: [String: SourceFile]) -> [Source] {
        let known = tags(among: files)
        let parts = tag.lowercased().split(separator: "-")
        return (1...max(1, parts.count)).reversed().flatMap { count -> [Source] in
            let name = parts.prefix(count).joined(separator: "-")
            var sources = known.filter { $0.lowercased() == name }
                .compactMap { tag in files[path(of: tag)].map { Source(tag: tag, file: $0) } }
            if let builtIn = SiteTemplates.builtIn[path(of: name)],
                !sources.contains(where: { $0.file.bytes == builtIn.bytes })
            {
                sources.append(Source(tag: name, file: builtIn))
            }
            return sources
        }
    }

    /// A file that has not been read yet.
    struct Source: Sendable {
        let tag: String
        let file: SourceFile
    }

    init(_ source: Source) {
        // The English file in the binary is already read, since it completes all languages.
        if let english = Self.english, source.tag == english.tag, source.file.bytes == english.file.bytes {
            self = english
        } else {
            self.init(tag: source.tag, file: source.file)
        }
    }

    /// The English file in the binary.
    static let english = SiteTemplates.builtIn[path(of: "en")].map { LanguageFile(tag: "en", file: $0) }

    /// Returns the text of a phrase that has neither values nor plural forms.
    func text(of key: String) -> String? {
        let entry = phrases.entries.first { $0.key == key }
        guard case .text(let text)? = entry?.text.parts.first else { return nil }
        return text
    }

    /// The tag whose numbers, dates and plural forms the file uses: the one that it names, or else its own tag.
    var conventions: String { text(of: Self.conventionsKey) ?? tag }

    /// Returns the tag whose numbers, dates and plural forms a site uses: its own, unless that tag's files name
    /// another.
    static func conventions(for tag: String, of files: [LanguageFile]) -> String {
        files.lazy.filter { $0.tag.lowercased() == tag.lowercased() }
            .compactMap { $0.text(of: conventionsKey) }.first ?? tag
    }

    /// The key of the conventions' tag, which is not a phrase on pages.
    static let conventionsKey = "language.conventions"
    /// The key of the headings that begin a post-mortem in a record; no page shows them.
    static let headingsKey = "post-mortems.headings"

    /// The phrases, by their indices in ``PhraseKeys/known``, without forms of those that do not depend on a number.
    var texts: [Int: [PluralCategory: PhraseText]] {
        phrases.entries.reduce(into: [:]) { texts, entry in
            guard let place = PhraseKeys.places[entry.key],
                let category = PluralCategory(rawValue: entry.form ?? "other"),
                category == .other || PhraseKeys.known[place].isCounted
            else { return }
            texts[place, default: [:]][category] = entry.text
        }
    }
}
