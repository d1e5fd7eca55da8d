import Diagnostics
import StatusModel

extension ReadyText {
    /// A text as it is read, with the names that it may use.
    struct Written {
        fileprivate(set) var text: ReadyText
        fileprivate let names: Configuration

        init(_ text: ReadyText, names: Configuration) { (self.text, self.names) = (text, names) }
    }

    /// A text under `texts:`.
    ///
    /// The severity comes before the components, which may get their status from it.
    static let keys = KeyTable<Written>(
        "this text",
        [
            .part("title", wordsShape, "The headline of a record that starts from this text.") {
                $0.text.title = $0.words("title", $1, into: $2)?.onOneLine
            },
            .part("severity", .text, "The severity of an incident that starts from this text.") {
                $0.readSeverity($1, into: $2)
            },
            .part(
                "components", FrontMatter.componentsShape,
                "What is affected: a map from component to status, or a list."
            ) { $0.readComponents($1, into: $2) },
            .part("text", wordsShape, "The text of the first update.") {
                $0.text.text = $0.checkedWords("text", $1, into: $2)
            },
            .key("next_update", .duration, "How long after the first update the next one is promised.") {
                $0.text.nextUpdate = $1
            },
        ]
            + Phase.allCases.map { phase in
                .part(phase.keyword, wordsShape, "The text of an update with the phase \(phase.keyword).") {
                    $0.text.words[phase] = $0.checkedWords(phase.keyword, $1, into: $2)
                }
            }
    )

    /// Words in the site's language, or in several languages by their tags.
    private static let wordsShape = ValueShape.either(.text, .named(.text))
}

extension StatusPage.Written {
    /// Reads the part under `texts:`, in the author's order.
    mutating func readTexts(_ value: YAMLValue, names: Configuration, into findings: Findings) {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`texts` must be a map of ids to texts, not \(value.kind)",
                hint: "write `payments-fail:` with `title:` and `text:` under it")
            return
        }
        for (key, value) in entries {
            guard let id = key.text(named: "texts", into: findings) else { continue }
            guard ReadyText.isID(id) else {
                findings.add(unusableID(ofText: id, at: key.location))
                continue
            }
            guard !value.isEmpty else {
                findings.add(emptyValue(of: key))
                continue
            }
            var written = ReadyText.Written(ReadyText(id: id), names: names)
            let known = value.leavingOut { ReadyText.isUnknownPhase($0, into: findings) }
            guard ReadyText.keys.read(known, into: &written, called: "`\(id)`", findings) != nil else {
                continue
            }
            page.texts.append(written.text)
            textPlaces[id] = key.location
        }
    }
}

extension ReadyText {
    fileprivate static func isID(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 100 && id.utf8.allSatisfy(isOfID)
            && id.utf8.first != UInt8(ascii: "-") && id.utf8.last != UInt8(ascii: "-")
    }

    fileprivate static func isOfID(_ byte: UInt8) -> Bool {
        byte.isSmallLetter || byte.isDigit || byte == UInt8(ascii: "-")
    }

    /// Whether a key is meant as a phase but is not one, which is reported because its words would be missing when
    /// needed.
    fileprivate static func isUnknownPhase(_ key: YAMLValue, into findings: Findings) -> Bool {
        guard let name = key.string, Phase.allCases.allSatisfy({ $0.keyword != name }) else { return false }
        let phase = Phase(keyword: name)
        guard phase != nil || name.contains(where: \.isUppercase) && !name.contains(where: \.isLowercase)
        else { return false }
        let known = Phase.allCases.map(\.keyword)
        findings.error(
            .unknownPhase, at: key.location, "unknown phase `\(name)`",
            hint: phase.map { "write `\($0.keyword):`" } ?? didYouMean(name, among: known)
                ?? "the phases are \(list(known))")
        return true
    }
}

extension String {
    /// The text with one space between words.
    fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

private func unusableID(ofText id: String, at place: SourceLocation) -> Diagnostic {
    let bytes = id.folded.utf8.map { ReadyText.isOfID($0) ? $0 : UInt8(ascii: "-") }
    let near = String(decoding: bytes, as: UTF8.self).split(separator: "-").joined(separator: "-")
    return Diagnostic(
        .error, .invalidValue, "`\(id)` is not a valid id for a text", at: place,
        hint: ReadyText.isID(near)
            ? "did you mean `\(near)`?" : "use lowercase letters, digits and `-`, like `payments-fail`")
}

private extension ReadyText.Written {
    mutating func readSeverity(_ value: YAMLValue, into findings: Findings) {
        guard let name = value.text(named: "severity", into: findings) else { return }
        text.severity = names.severity(name, at: value.location, into: findings)
    }

    mutating func readComponents(_ value: YAMLValue, into findings: Findings) {
        let status = text.severity.flatMap { names.page.severities[$0].componentStatus }
        text.components = ComponentsField(configuration: names, defaultStatus: status)
            .read(value, into: findings)
    }

    /// Returns the words in the site's language.
    func words(_ key: String, _ value: YAMLValue, into findings: Findings) -> String? {
        guard value.entries != nil else { return value.text(named: key, into: findings) }
        return words(in: value, of: key, into: findings) { _, _ in }
    }

    /// Returns the words in the site's language, after checking those in each language as the text of an update.
    func checkedWords(_ key: String, _ value: YAMLValue, into findings: Findings) -> String? {
        guard value.entries != nil else {
            let text = value.text(named: key, into: findings)
            if let text { check(text, of: key, at: value, into: findings) }
            return text
        }
        return words(in: value, of: key, into: findings) { check($0, of: key, at: $1, into: findings) }
    }

    func words(
        in value: YAMLValue, of key: String, into findings: Findings, each: (String, YAMLValue) -> Void
    ) -> String? {
        var byLanguage: [String: String] = [:]
        for (tag, words) in value.entries ?? [] {
            guard let name = tag.text(named: key, into: findings) else { continue }
            guard name.isLanguageTag else {
                findings.error(
                    .invalidValue, at: tag.location, "`\(name)` is not a valid language",
                    hint: "write one text, or one for each language: `{en: …, de: …}`")
                continue
            }
            guard !words.isEmpty else {
                findings.add(emptyValue(of: tag))
                continue
            }
            guard let text = words.text(named: name, into: findings) else { continue }
            each(text, words)
            byLanguage[name.folded] = text
        }
        let language = names.page.language
        let base = String(language.prefix { $0 != "-" })
        if let text = byLanguage[language.folded] ?? byLanguage[base.folded] { return text }
        findings.error(
            .missingKey, at: value.location, "`\(key)` is missing in `\(language)`, the site's language",
            hint: "add `\(language): …` next to the others")
        return nil
    }

    /// Reports words that cannot be the text of an update, such as those that would start another or be read as a
    /// trailer.
    func check(_ words: String, of key: String, at value: YAMLValue, into findings: Findings) {
        let reader = RecordReader(
            configuration: names, index: RecordIndex(paths: []), now: .distantPast, checks: Checks([]))
        do {
            try reader.check(text: words, of: "incidents/new.md")
        } catch { findings.add(error.diagnostic(ofText: key, at: value.location)) }
    }
}

extension AuthoringMistake {
    /// Returns the diagnostic for the words under a key.
    fileprivate func diagnostic(ofText key: String, at place: SourceLocation) -> Diagnostic {
        let (message, hint): (String, String) =
            switch self {
            case .markerInText(let marker) where marker.hasPrefix("["):
                (
                    "`\(marker)` in `\(key)` would start another update",
                    "remove it: each phase has its own key, such as `RESOLVED: …`"
                )
            case .markerInText(let heading):
                ("`\(heading)` in `\(key)` would start the post-mortem", "remove it")
            case .trailerInText(let name):
                (
                    "`\(key)` has a `\(name):` line, which would be read as a trailer",
                    Self.remedies[name] ?? "write it in the update itself instead"
                )
            case .mistakeInText(let word):
                ("`\(key)`: \(word.reason)", word.hint ?? "reword it")
            case .nothingToRead:
                (
                    "`\(key)` contains nothing that readers would see",
                    "write some text: a link definition, a comment or a horizontal line is not enough"
                )
            default:
                (
                    "`\(key)` would not be read as written",
                    "look for a code block, a comment or a link definition in it"
                )
            }
        return Diagnostic(.error, .invalidValue, message, at: place, hint: hint)
    }

    /// The hints about what to write instead of trailers, by the trailers' names.
    private static let remedies = [
        "Severity": "write `severity:` next to `text` instead",
        "Updated": "remove the line: the time is added when the text is used",
        "Next update": "write `next_update: 20m` next to `text` instead",
        "Components": "write `components:` next to `text` instead",
    ]
}
