/// The headings that begin a post-mortem: "Post-mortem" in any case, with or without hyphen, "Incident"
/// before it, anything behind it.
enum PostMortemTitle {
    static func matches(_ heading: String) -> Bool {
        var words = heading.folded.split { " -\u{2010}\u{2011}\u{2013}".contains($0) }[...]
        if words.first == "incident" { words = words.dropFirst() }
        guard let first = words.first else { return false }
        if isWord(first, "postmortem") { return true }
        return first == "post" && words.dropFirst().first.map { isWord($0, "mortem") } ?? false
    }

    /// Whether the word is the one meant, with punctuation behind it or without.
    private static func isWord(_ word: Substring, _ meant: String) -> Bool {
        word.hasPrefix(meant) && !(word.dropFirst(meant.count).first?.isLetter ?? false)
    }
}
