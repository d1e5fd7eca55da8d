/// Returns the number of edits that turn one word into the other: insertions, deletions, replacements, and swaps of
/// adjacent letters; `nil` if it is more than `limit`.
///
/// Source: the "optimal string alignment" distance (R. A. Wagner and M. J. Fischer 1974, with the swap of F. J. Damerau
/// 1964). Case is ignored for ASCII letters.
///
/// - Parameter limit: the largest distance of interest; the lower it is, the less is computed.
public func editDistance(from one: String, to other: String, atMost limit: Int) -> Int? {
    distance(from: folded(one), to: folded(other), atMost: limit)
}

/// Returns the candidate that was probably meant, if any is near: at most a third of the word's letters wrong, but
/// never more than three.
///
/// Among equally near candidates, the first is returned.
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 100 else { return nil }
    let source = folded(word)
    var limit = min(3, max(1, word.utf8.count / 3))
    var best: String?
    for candidate in candidates where abs(candidate.unicodeScalars.count - source.count) <= limit {
        guard let edits = distance(from: source, to: folded(candidate), atMost: limit) else { continue }
        best = candidate
        guard edits > 0 else { break }
        // Later candidates must be nearer.
        limit = edits - 1
    }
    return best
}

private func distance(from source: [Unicode.Scalar], to target: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(source.count - target.count) <= limit else { return nil }
    var rows = DistanceRows(to: target, atMost: min(limit, max(source.count, target.count)))
    for index in source.indices {
        guard rows.add(source, index) else { return nil }
    }
    return rows.distance
}

/// The last rows of the table of distances from each prefix of one word to each prefix of another.
///
/// Only distances within the limit are needed, so a row is filled only that far from the table's diagonal: each step
/// away from it is an inserted or deleted letter.
private struct DistanceRows {
    private let target: [Unicode.Scalar]
    private let limit: Int
    /// A stand-in for every distance over the limit.
    private let tooMany: Int
    private var current: [Int]
    private var previous: [Int]
    private var beforePrevious: [Int]

    /// Makes the first row.
    ///
    /// - Parameter limit: at most the number of letters in the longer word.
    init(to target: [Unicode.Scalar], atMost limit: Int) {
        (self.target, self.limit, tooMany) = (target, limit, limit + 1)
        current = (0...target.count).map { [tooMany] in min($0, tooMany) }
        previous = Array(repeating: tooMany, count: target.count + 1)
        beforePrevious = previous
    }

    /// The distance from the letters added so far; `nil` if it is over the limit.
    var distance: Int? { current.last.flatMap { $0 <= limit ? $0 : nil } }

    /// Adds the source's next letter.
    ///
    /// - Returns: `false` if all distances from there on are over the limit.
    mutating func add(_ source: [Unicode.Scalar], _ i: Int) -> Bool {
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
        let columns = max(0, i - limit)..<min(target.count, i + limit + 1)
        // The cell before these columns is the first of the row, or has a value from an earlier row.
        current[columns.lowerBound] = columns.lowerBound == 0 ? min(i + 1, tooMany) : tooMany
        var least = current[columns.lowerBound]
        for j in columns {
            var best = min(
                previous[j + 1] + 1,
                current[j] + 1,
                previous[j] + (source[i] == target[j] ? 0 : 1)
            )
            if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                best = min(best, beforePrevious[j - 1] + 1)
            }
            current[j + 1] = min(best, tooMany)
            least = min(least, best)
        }
        // No later row has a smaller minimum: a swap skips a row but costs an edit, and from row to row the minimum
        // grows by at most one.
        return least <= limit
    }
}

private func folded(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.map { $0.isASCII ? Unicode.Scalar(asciiLowercased($0)) : $0 }
}

private func asciiLowercased(_ scalar: Unicode.Scalar) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return byte.isLetter ? byte | 0x20 : byte
}
