/// The phrases that `docs/glossary.md` forbids: the words in bold in tables whose last column is headed “not”.
struct ForbiddenPhrases {
    private var byFirstWord: [String: [[String]]] = [:]

    init(glossary: String) {
        var isList = false
        for line in glossary.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let cell = line.split(separator: "|").dropFirst().last else {
                isList = false
                continue
            }
            if cell.split(separator: " ") == ["not"] { isList = true }
            guard isList else { continue }
            for match in cell.matches(of: /\*\*(.+?)\*\*/) { add(String(match.output.1)) }
        }
    }

    var isEmpty: Bool { byFirstWord.isEmpty }

    /// The forbidden words of a text, each with its line, such as `12: anew`.
    func hits(in prose: ReadableText) -> [String] {
        let words = prose.words
        return words.indices.flatMap { start in
            (byFirstWord[words[start].text] ?? []).filter { phrase in
                words[start...].prefix(phrase.count).map(\.text) == phrase
            }.map { "\(words[start].line): \($0.joined(separator: " "))" }
        }
    }
}

private extension ForbiddenPhrases {
    mutating func add(_ phrase: String) {
        let words = ReadableText(plain: phrase).words.map(\.text)
        byFirstWord[words[0], default: []].append(words)
    }
}
