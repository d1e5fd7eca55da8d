/// The headings that begin a post-mortem: "Post-mortem" in any case, with or without hyphen, "Incident" before it,
/// anything behind it; or one of its other names, and nothing else.
struct PostMortemTitle: Sendable {
    /// Names that a title may follow, each as its words.
    private let openings: [[String]]
    /// Names that stand alone, each as its words.
    private let names: Set<[String]>

    /// - Parameter own: what the site's language calls it; a title may follow the first.
    init(_ own: [String] = []) {
        let own = own.map(Self.words).filter { !$0.isEmpty }
        openings = [["postmortem"], ["post", "mortem"]] + own.prefix(1)
        names = Set(Self.english.map(Self.words) + own)
    }

    private static let english = ["RCA", "Root cause analysis", "Retrospective", "Incident review"]
}

extension PostMortemTitle {
    /// Whether a heading of that text begins a post-mortem.
    func matches(_ heading: String) -> Bool {
        let words = Self.words(heading)
        return opens(words) || names.contains(words)
    }

    /// Whether the heading begins like one, and has words behind it that make it another.
    func resembles(_ heading: String) -> Bool {
        let words = Self.words(heading)
        return !opens(words) && words.indices.dropFirst().contains { names.contains(Array(words[..<$0])) }
    }

    private func opens(_ words: [String]) -> Bool {
        let rest = words.first == "incident" ? Array(words.dropFirst()) : words
        return openings.contains { rest.starts(with: $0) || words.starts(with: $0) }
    }

    private static func words(_ text: String) -> [String] {
        text.prefix(200).folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
