import Diagnostics

/// Returns the words as a list in a sentence: `a`, `b` and `c`.
///
/// Words beyond the limit are only counted.
func list(_ words: [String], or: Bool = false, atMost limit: Int = .max) -> String {
    let quoted = words.prefix(limit).map { "`\($0)`" }
    guard words.count <= limit else {
        return quoted.joined(separator: ", ") + " and \(words.count - limit) more"
    }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "none" }
    return quoted.dropLast().joined(separator: ", ") + (or ? " or " : " and ") + last
}

/// Returns the words to compare with a misspelled one: all of them or, if there are more than 1,000, its neighbors in
/// `words`, which must be sorted.
///
/// Comparing all of them for every mistake could take hours.
func candidates(near word: String, in words: [String]) -> ArraySlice<String> {
    guard words.count > 1_000 else { return words[...] }
    var (low, high) = (0, words.count)
    while low < high {
        let middle = (low + high) / 2
        if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return words[max(0, low - 500)..<min(words.count, low + 500)]
}

/// Returns a hint with the nearest of the known words; `nil` if none is near.
func didYouMean(_ word: String, among known: some Sequence<String>) -> String? {
    nearest(to: word, in: known).map { "did you mean `\($0)`?" }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        var bytes = Substring(self).utf8
        while let byte = bytes.first, byte.isSpace { bytes.removeFirst() }
        while let byte = bytes.last, byte.isSpace { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// The text in lowercase, the form in which names are compared.
    var folded: String { lowercased() }
}
