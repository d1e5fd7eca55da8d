import StatusModel

extension ComponentStatus {
    /// Makes the status for a word in records: Statuspage's word or the short form, in any case, and with spaces or
    /// hyphens for the underscore.
    init?(word: String) {
        let word = word.folded.split { " -_".contains($0) }.joined(separator: "_")
        guard let status = Self.byWord[word] else { return nil }
        self = status
    }

    /// All words, for hints.
    static let words: [String] = allCases.reversed().flatMap { Set([$0.name, $0.shortName]).sorted() }

    private static let byWord: [String: ComponentStatus] = {
        var words: [String: ComponentStatus] = [:]
        for status in allCases {
            words[status.name] = status
            words[status.shortName] = status
        }
        return words
    }()
}
