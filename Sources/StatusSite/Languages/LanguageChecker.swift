import Diagnostics
import PhraseFiles

/// A check that compares files of phrases with the phrases that the program uses.
struct LanguageChecker {
    private let findings: Findings
    private let language: LanguageFile

    init(_ language: LanguageFile, into findings: Findings) {
        (self.language, self.findings) = (language, findings)
    }

    /// Reports the mistakes in the file itself.
    func checkText() {
        for mistake in language.phrases.mistakes {
            report(.error, .phraseSyntax, mistake.kind.message, mistake.range, hint: mistake.kind.hint)
        }
        for entry in language.phrases.entries { check(entry) }
        // With another language's conventions, the forms would only be mistakes that follow from the first one.
        if checkConventions() { checkForms() }
    }

    /// Reports the phrases that both the file and those that complete it lack, so that pages show them in English.
    ///
    /// - Parameter others: the other files with phrases of the language.
    func checkCompleteness(with others: [LanguageFile] = []) {
        let present = Set(([language] + others).flatMap { $0.phrases.entries.map(\.key) })
        let missing = PhraseKeys.known.map(\.name)
            .filter { $0 != LanguageFile.conventionsKey && !present.contains($0) }
        guard !missing.isEmpty else { return }
        let number = missing.count == 1 ? "a phrase is" : "\(missing.count) phrases are"
        let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
        report(
            .warning, .missingPhrase,
            "\(number) missing: \(missing.prefix(5).map { "`\($0)`" }.joined(separator: ", "))\(rest)", 0..<0,
            hint: "translate \(missing.count == 1 ? "it" : "them"): until then, pages show "
                + "\(missing.count == 1 ? "it" : "them") in English")
    }
}

private extension LanguageChecker {
    /// Checks the tag that the file names for numbers, dates and plural forms.
    ///
    /// - Returns: whether it is a tag of the file's own language.
    func checkConventions() -> Bool {
        let entry = language.phrases.entries.first { $0.key == LanguageFile.conventionsKey }
        guard let entry, let tag = language.text(of: LanguageFile.conventionsKey) else { return true }
        let conventions = LanguageTag(tag)
        if let conventions, conventions.language == LanguageTag(language.tag)?.language { return true }
        report(
            .warning, .wrongConventions,
            conventions == nil
                ? "`\(tag)` is not a known language tag"
                : "numbers, dates and plural forms are those of `\(tag)`, "
                    + "but this file is for `\(language.tag)`",
            entry.textRange, hint: "write `\(LanguageFile.conventionsKey) = \(language.tag)`")
        return false
    }

    /// Checks that phrases have the plural forms of the language, and no others.
    func checkForms() {
        let counted = language.phrases.entries.filter { entry in
            entry.form != nil && PhraseKeys.places[entry.key].map { PhraseKeys.known[$0].isCounted } ?? false
        }
        guard !counted.isEmpty else { return }
        let plurals = Conventions(of: language.conventions).plurals
        let all = plurals.allCategories
        for entry in counted where !all.contains(where: { $0.rawValue == entry.form }) {
            report(
                .warning, .pluralForm,
                "`\(language.tag)` has no plural form `\(entry.form ?? "")`: its forms are \(Self.list(all))",
                entry.keyRange, hint: "remove this line, which is never used")
        }
        // A line without a form means that the number makes no difference, as in "5 min".
        let whole = Set(language.phrases.entries.filter { $0.form == nil }.map(\.key))
        let groups = Dictionary(grouping: counted, by: \.key)
        for key in PhraseKeys.known.map(\.name) where !whole.contains(key) {
            guard let entries = groups[key] else { continue }
            let forms = Set(entries.compactMap { $0.form.flatMap(PluralCategory.init(rawValue:)) })
            let missing = plurals.categories.filter { !forms.contains($0) }
            guard let first = missing.first, let usual = PluralCategory.usual(among: forms) else { continue }
            report(
                .warning, .pluralForm,
                "`\(key)` lacks \(Self.list(missing)): pages use its `\(usual.rawValue)`",
                entries[0].keyRange, hint: "add `\(key)[\(first.rawValue)] = …`")
        }
    }

    static func list(_ forms: [PluralCategory]) -> String {
        let names = forms.map { "`\($0.rawValue)`" }
        return (names.dropLast(2) + [names.suffix(2).joined(separator: " and ")]).joined(separator: ", ")
    }

    func check(_ entry: PhraseFile.Entry) {
        guard let place = PhraseKeys.places[entry.key] else {
            let near = nearest(to: entry.key, in: PhraseKeys.known.map(\.name))
            return report(
                .warning, .unknownPhrase, "unknown phrase `\(entry.key)`", entry.keyRange,
                hint: near.map { "did you mean `\($0)`?" } ?? "remove the line: no page uses it")
        }
        let key = PhraseKeys.known[place]
        if entry.form != nil, !key.isCounted {
            report(
                .error, .phraseSyntax, "`\(entry.key)` does not depend on a number", entry.keyRange,
                hint: "write `\(entry.key) = …`")
        }
        let known = key.slots + (key.isCounted ? ["n"] : [])
        let unknown = entry.text.slots.filter { !known.contains($0) }
        for slot in unknown {
            let values = known.map { "`{\($0)}`" }.joined(separator: ", ")
            report(
                .error, .phraseSyntax, "unknown value `{\(slot)}`", entry.textRange,
                hint: nearest(to: slot, in: known).map { "did you mean `{\($0)}`?" }
                    ?? (known.isEmpty
                        ? "remove it: `\(entry.key)` has no values" : "its values are \(values)"))
        }
        // A value with a wrong name is not missing as well.
        guard unknown.isEmpty else { return }
        let needed = key.slots + (key.writesNumber && !entry.maySpellNumber ? ["n"] : [])
        for slot in needed where !entry.text.slots.contains(slot) {
            let name = entry.key + (entry.form.map { "[\($0)]" } ?? "")
            report(
                .warning, .missingSlot, "`{\(slot)}` is missing from `\(name)`", entry.textRange,
                hint: "put `{\(slot)}` where the value belongs")
        }
    }

    func report(
        _ severity: Diagnostic.Severity,
        _ id: Diagnostic.ID,
        _ message: String,
        _ range: Range<Int>,
        hint: String
    ) {
        let location = range.isEmpty ? language.file.start : language.file.location(of: range)
        findings.add(Diagnostic(severity, id, message, at: location, hint: hint))
    }
}

extension PhraseFile.Entry {
    /// Whether the form is for so few numbers that its words can include the number, such as “one incident”.
    fileprivate var maySpellNumber: Bool { ["zero", "one", "two"].contains(form) }
}

extension PhraseFile.Mistake.Kind {
    fileprivate var message: String {
        switch self {
        case .noEqualsSign: "this line is not a phrase: it has no `=`"
        case .key: "this is not a valid key for a phrase"
        case .form: "unknown form of a phrase"
        case .duplicate: "this phrase appears twice"
        case .emptyText: "this phrase is empty"
        case .slot: "braces must contain the name of a value, such as `{when}`"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .noEqualsSign: "write `key = text`, or begin a comment with `#`"
        case .key: "copy the key from `en.phrases`, such as `history.title`"
        case .form: "write one of `[zero]`, `[one]`, `[two]`, `[few]`, `[many]` and `[other]`"
        case .duplicate: "keep one of the two"
        case .emptyText: "add its text, or remove the line"
        case .slot: "write the value between `{` and `}`, and name it as `en.phrases` does"
        }
    }
}
