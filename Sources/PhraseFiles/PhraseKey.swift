/// A phrase that the program knows: the English file names them all.
public struct PhraseKey: Sendable {
    /// The name in the files, such as `component.retired-since`.
    public let name: String
    /// The names of the slots in alphabetical order, in which the program fills them; without `n`.
    ///
    /// The order in the English text may therefore change without a change to the program.
    public let slots: [String]
    /// Whether the phrase is about a number, which replaces `{n}` and may select a form.
    public let isCounted: Bool
    /// Whether the text contains the number, such as `3 incidents`, instead of only depending on it.
    public let writesNumber: Bool

    /// Returns the phrases of a file, in order.
    public static func all(in file: PhraseFile) -> [PhraseKey] {
        var order: [String] = []
        var entries: [String: [PhraseFile.Entry]] = [:]
        for entry in file.entries {
            if entries[entry.key] == nil { order.append(entry.key) }
            entries[entry.key, default: []].append(entry)
        }
        return order.compactMap { name in entries[name].map { PhraseKey(name, $0) } }
    }

    private init(_ name: String, _ entries: [PhraseFile.Entry]) {
        self.name = name
        writesNumber = entries.contains { $0.text.slots.contains("n") }
        isCounted = writesNumber || entries.contains { $0.form != nil }
        slots = Set(entries.flatMap(\.text.slots)).subtracting(["n"]).sorted()
    }
}

extension PhraseKey {
    /// The name in Swift, such as `componentRetiredSince`.
    public var identifier: String {
        let words = name.split { $0 == "." || $0 == "-" }
        return words.prefix(1).joined()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension PhraseKey {
    /// Whether the phrase is incomplete without values.
    public var needsValues: Bool { isCounted || !slots.isEmpty }
}
