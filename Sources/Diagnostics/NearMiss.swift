/// How many edits lead from one word to the other: insertions, deletions, replacements, and swaps of
/// neighbours, which are one slip of the fingers.
///
/// Source: the "optimal string alignment" distance (R. A. Wagner and M. J. Fischer 1974, with the swap of
/// F. J. Damerau 1964). Case does not count for ASCII letters.
public func editDistance(from one: String, to other: String) -> Int {
    let (source, target) = (folded(one), folded(other))
    var beforePrevious: [Int] = []
    var previous = Array(0...target.count)
    for i in source.indices {
        var current = [i + 1]
        for j in target.indices {
            var best = min(
                previous[j + 1] + 1,
                current[j] + 1,
                previous[j] + (source[i] == target[j] ? 0 : 1)
            )
            if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                best = min(best, beforePrevious[j - 1] + 1)
            }
            current.append(best)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[target.count]
}

/// The candidate that was probably meant, if any is near: at most a third of the word's letters wrong,
/// and never more than three. Of equally near ones the first counts.
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 100 else { return nil }
    let limit = min(3, max(1, word.utf8.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where abs(candidate.utf8.count - word.utf8.count) <= 4 * limit {
        let distance = editDistance(from: word, to: candidate)
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

private func folded(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.map { $0.isASCII ? Unicode.Scalar(asciiLowercased($0)) : $0 }
}

private func asciiLowercased(_ scalar: Unicode.Scalar) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return byte.isLetter ? byte | 0x20 : byte
}
