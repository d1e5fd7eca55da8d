import Diagnostics
import StatusModel

/// Takes the values out of a map by key, each in the type that it is to have, and reports what does not
/// fit: unknown keys, empty values, wrong types.
struct MappingReader {
    /// What the map is called in messages, as in "a component".
    let subject: String
    let findings: Findings
    private let source: YAMLValue
    private var entries: [String: (key: YAMLValue, value: YAMLValue)] = [:]
    private var emptyKeys: Set<String> = []
    /// Whether a key looks like a slip of one that hides the map from the public.
    private(set) var mayHide = false

    /// - Parameters:
    ///   - shape: the keys that the map may have.
    ///   - subject: what the map is called in messages, where that is not what the shape says.
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
        // Only an unknown key is compared with those that are there.
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

    /// The map's own place.
    var location: SourceLocation { source.location }

    /// What it is a part of.
    var text: YAMLText { source.text }

    /// Where its keys begin in the file.
    var starts: [Int] { source.entries?.map(\.key.start) ?? [] }

    /// The value as it stands.
    func value(_ key: String) -> YAMLValue? { entries[key]?.value }

    /// The key's own place; the map's where there is no such key.
    func location(of key: String) -> SourceLocation { entries[key]?.key.location ?? location }

    /// Whether the key is there and has a value.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Whether the key is there, with a value or without.
    func isWritten(_ key: String) -> Bool { has(key) || emptyKeys.contains(key) }
}

extension MappingReader {
    /// A text, with blanks around it taken off.
    func text(_ key: String) -> String? {
        value(key)?.text(named: key, into: findings)
    }

    /// Reports that a key is missing, unless it is there and was reported as empty.
    func reportMissing(_ key: String, hint: String) {
        guard !emptyKeys.contains(key) else { return }
        findings.error(.missingKey, at: location, "`\(key)` is missing from \(subject)", hint: hint)
    }

    /// One text, or a list of texts.
    func texts(_ key: String) -> [String] {
        values(key).compactMap { $0.text(named: key, into: findings) }
    }

    /// What one text, or each of a list of texts, makes; tells of a text that makes nothing.
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

    /// The list's values; a value that is no list counts as a list of one.
    func values(_ key: String) -> [YAMLValue] {
        guard let value = value(key) else { return [] }
        return value.elements ?? [value]
    }

    /// `true` or `false`.
    func flag(_ key: String) -> Bool? {
        choice(key, among: ["true": true, "false": false], by: correctedFlag)
    }

    /// One of a few words.
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

    /// A duration in seconds.
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

    /// A day.
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
    /// - Parameter written: the keys of the map; a key that is there was not meant by another.
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
