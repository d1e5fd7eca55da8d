/// The headings that begin a post-mortem: "Post-mortem" in any case, with or without a hyphen, with or without
/// "Incident" before it, followed by any text; or exactly one of its other names.
struct PostMortemTitle: Sendable {
    /// The names that any title may follow, each as its words.
    private let openings: [[String]]
    /// The names that must be the whole heading, each as its words.
    private let names: Set<[String]>

    /// Makes the set of headings.
    ///
    /// - Parameter own: the names in the site's language; a title may follow the first one.
    init(_ own: [String] = []) {
        let own = own.map(Self.words).filter { !$0.isEmpty }
        openings = [["postmortem"], ["post", "mortem"]] + own.prefix(1)
        names = Set(Self.english.map(Self.words) + own)
    }

    private static let english = ["RCA", "Root cause analysis", "Retrospective", "Incident review"]
}

extension PostMortemTitle {
    /// Whether a heading begins a post-mortem.
    func matches(_ heading: String) -> Bool {
        let words = Self.words(heading)
        return opens(words) || names.contains(words)
    }

    /// Whether a heading begins with such a name but does not begin a post-mortem because other words follow.
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
