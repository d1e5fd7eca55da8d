/// A phrase that the program knows: the English file names them all.
public struct PhraseKey: Sendable {
    /// What it is called in the files, as in `component.retired-since`.
    public let name: String
    /// The names of its slots in the order of the alphabet, in which the program fills them; without `n`. The order of
    /// the English words may change without a change to the program.
    public let slots: [String]
    /// Whether it is about a number, which stands for `{n}` and may decide its form.
    public let isCounted: Bool
    /// Whether the text contains the number, such as `3 incidents`, or is only chosen by it.
    public let writesNumber: Bool

    /// The phrases of a file, in its order.
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
    /// What it is called in Swift, as in `componentRetiredSince`.
    public var identifier: String {
        let words = name.split { $0 == "." || $0 == "-" }
        return words.prefix(1).joined()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension PhraseKey {
    /// Whether it says nothing whole by itself.
    public var needsValues: Bool { isCounted || !slots.isEmpty }
}
