import Diagnostics
import StatusModel

/// A reader of the values of a map by key, each in its type.
///
/// It reports mistakes: unknown keys, empty values, wrong types.
struct MappingReader {
    /// The name of the map in messages, such as "a component".
    let subject: String
    let findings: Findings
    private let source: YAMLValue
    private var entries: [String: (key: YAMLValue, value: YAMLValue)] = [:]
    private var emptyKeys: Set<String> = []
    /// Whether a key may be a misspelling of one that hides the map from the public.
    private(set) var mayHide = false

    /// Reads a map.
    ///
    /// - Parameters:
    ///   - shape: the keys that the map may have.
    ///   - subject: the name of the map in messages, if it is not the one in the shape.
    init?(
        _ value: YAMLValue,
        as shape: MapShape,
        called subject: String? = nil,
        into findings: Findings
    ) {
        let subject = subject ?? shape.subject
        (self.subject, self.findings) = (subject, findings)
        source = value
        guard let pairs = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "\(subject) must be a map of keys to values, not \(value.kind)",
                hint: "write `key: value` lines; the keys are \(list(shape.names))")
            return nil
        }
        // Only unknown keys are compared with the existing ones.
        lazy var written = Set(pairs.compactMap(\.key.string))
        for (key, value) in pairs {
            guard let name = key.string, shape.names.contains(name) else {
                mayHide = Visibility.mayBeMeant(by: key, value) || mayHide
                reportUnknown(key, value, beside: written, in: shape)
                continue
            }
            guard !value.isEmpty || shape.mayBeEmptyList(name) && value.elements != nil else {
                emptyKeys.insert(name)
                findings.add(emptyValue(of: key))
                continue
            }
            entries[name] = (key, value)
        }
    }

    /// The place of the map.
    var location: SourceLocation { source.location }

    /// The text that the map is a part of.
    var text: YAMLText { source.text }

    /// The offsets in the file at which its keys begin.
    var starts: [Int] { source.entries?.map(\.key.start) ?? [] }

    /// Returns the value of a key as written.
    func value(_ key: String) -> YAMLValue? { entries[key]?.value }

    /// Returns the place of a key, or that of the map if there is no such key.
    func location(of key: String) -> SourceLocation { entries[key]?.key.location ?? location }

    /// Whether the map has the key with a value.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Whether the map has the key, with or without a value.
    func isWritten(_ key: String) -> Bool { has(key) || emptyKeys.contains(key) }
}

extension MappingReader {
    /// Returns a text, without spaces around it.
    func text(_ key: String) -> String? {
        value(key)?.text(named: key, into: findings)
    }

    /// Reports that a key is missing, unless it was reported as empty.
    func reportMissing(_ key: String, hint: String) {
        guard !emptyKeys.contains(key) else { return }
        findings.error(.missingKey, at: location, "`\(key)` is missing from \(subject)", hint: hint)
    }

    /// Returns one text, or a list of texts.
    func texts(_ key: String) -> [String] {
        values(key).compactMap { $0.text(named: key, into: findings) }
    }

    /// Returns the values made from one text, or from each text of a list; reports texts that make no value.
    func texts<Value>(
        _ key: String, by make: (String) -> Value?,
        else tell: (_ text: String, _ place: SourceLocation) -> Diagnostic
    ) -> [Value] {
        values(key).compactMap { value in
            guard let text = value.text(named: key, into: findings) else { return nil }
            let made = make(text)
            if made == nil { findings.add(tell(text, value.location)) }
            return made
        }
    }

    /// Returns the values of a list; any other value counts as a list of one.
    func values(_ key: String) -> [YAMLValue] {
        guard let value = value(key) else { return [] }
        return value.elements ?? [value]
    }

    /// Returns the value of `true` or `false`.
    func flag(_ key: String) -> Bool? {
        choice(key, among: ["true": true, "false": false], by: correctedFlag)
    }

    /// Returns the value of one of a few words.
    func choice<Value>(
        _ key: String,
        among choices: [String: Value],
        by correction: (String) -> String? = { $0.folded }
    ) -> Value? {
        guard let value = value(key), let word = value.text(named: key, into: findings) else {
            return nil
        }
        if let choice = choices[word] { return choice }
        let words = choices.keys.sorted()
        findings.error(
            .invalidValue, at: value.location, "`\(key)` cannot be `\(word)`",
            hint: lineToWrite(
                for: word,
                at: value.location,
                by: { correction($0) ?? $0.folded },
                reads: { choices[$0] != nil },
                else: didYouMean(word, among: words) ?? "write \(list(words, or: true))"
            ))
        return nil
    }

    /// Returns a duration in seconds.
    func duration(_ key: String) -> Int? {
        guard let value = value(key), let word = value.text(named: key, into: findings) else {
            return nil
        }
        if let seconds = Duration(word)?.seconds { return seconds }
        findings.error(
            .invalidDuration, at: value.location, "`\(word)` is not a valid duration",
            hint: lineToWrite(
                for: word,
                at: value.location,
                by: Duration.corrected,
                reads: { Duration($0) != nil },
                else: "write a number and a unit, such as `90s`, `15m`, `4h`, `2d` or `1w`"
            ))
        return nil
    }

    /// Returns a day.
    func day(_ key: String) -> Day? {
        guard let value = value(key), let word = value.text(named: key, into: findings) else {
            return nil
        }
        if let day = Day(word) { return day }
        findings.add(invalidDay(word, at: value.location))
        return nil
    }
}

private extension MappingReader {
    /// Reports an unknown key.
    ///
    /// - Parameter written: the keys of the map, which an unknown key was therefore not meant to be.
    func reportUnknown(
        _ key: YAMLValue,
        _ value: YAMLValue,
        beside written: Set<String>,
        in shape: MapShape
    ) {
        guard let name = key.string else {
            findings.error(
                .wrongType, at: key.location, "a key must be text, not \(key.kind)",
                hint: "the keys are \(list(shape.names))")
            return
        }
        let parts = PlainTyping.of(name).split(separator: ":", maxSplits: 1).map(\.trimmed)
        if parts.count == 2, shape.names.contains(parts[0]) {
            findings.error(
                .yamlSyntax, at: key.location,
                "a space is missing after the colon",
                hint: "write `\(parts[0]): \(parts[1])`")
            return
        }
        let meant = shape.keyMeant(by: name)
        let isError =
            meant.map { $0.hides || $0.changesStatus && !written.contains($0.name) } ?? false
            || Visibility.mayBeMeant(by: key, value)
        findings.add(
            Diagnostic(
                isError ? .error : .warning, .unknownKey,
                "unknown key `\(name)` in \(subject)" + (isError ? "" : "; it is ignored"),
                at: key.location,
                hint: meant.map { "did you mean `\($0.name)`?" } ?? "the keys are \(list(shape.names))"))
    }
}
