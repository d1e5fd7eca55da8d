import Diagnostics
import PhraseFiles

/// Holds files of phrases against what the program asks for.
struct LanguageChecker {
    private let findings: Findings
    private let language: LanguageFile

    init(_ language: LanguageFile, into findings: Findings) {
        (self.language, self.findings) = (language, findings)
    }

    /// What is wrong in the file itself.
    func checkText() {
        for mistake in language.phrases.mistakes {
            report(.error, .phraseSyntax, mistake.kind.message, mistake.range, hint: mistake.kind.hint)
        }
        for entry in language.phrases.entries { check(entry) }
    }

    /// What the file lacks, which pages then say in English.
    func checkCompleteness() {
        let lines = Dictionary(grouping: language.phrases.entries, by: \.key)
        let categories = Conventions(of: language.conventions(for: language.tag)).plurals.categories
        let missing = PhraseKeys.known.filter { $0.name != LanguageFile.conventionsKey }.flatMap { key in
            let forms = (lines[key.name] ?? []).map(\.form)
            if forms.isEmpty { return [key.name] }
            // A line without a form says that the number changes nothing, as in 5 min.
            guard key.isCounted, !forms.contains(nil) else { return [] }
            return categories.filter { !forms.contains($0.rawValue) }.map { "\(key.name)[\($0)]" }
        }
        guard !missing.isEmpty else { return }
        let number = missing.count == 1 ? "a phrase is" : "\(missing.count) phrases are"
        report(
            .warning, .missingPhrase,
            "\(number) missing: \(missing.map { "`\($0)`" }.joined(separator: ", "))", 0..<0,
            hint: "add what is missing: until then, pages show these phrases in English")
    }
}

private extension LanguageChecker {
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
        for slot in entry.text.slots where !known.contains(slot) {
            report(
                .error, .phraseSyntax, "`\(entry.key)` has no value for `{\(slot)}`", entry.textRange,
                hint: known.isEmpty
                    ? "remove it" : "its values are \(known.map { "`{\($0)}`" }.joined(separator: ", "))")
        }
        for slot in key.slots where !entry.text.slots.contains(slot) {
            report(
                .warning, .missingSlot, "`{\(slot)}` is missing from `\(entry.key)`", entry.textRange,
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
        case .emptyText: "add its text, or remove the line to show it in English"
        case .slot: "write the value between `{` and `}`, and name it as `en.phrases` does"
        }
    }
}
