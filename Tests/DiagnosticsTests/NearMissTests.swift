import Diagnostics
import Testing

@Suite struct NearMissTests {
    @Test(arguments: [
        ("resolved", "RESOLVED", 0), ("resovled", "resolved", 1), ("kitten", "sitting", 3), ("", "abc", 3),
        ("identifed", "identified", 1),
    ])
    func editsAreCountedWithSwapsAsOne(one: String, other: String, distance: Int) {
        for (word, meant) in [(one, other), (other, one)] {
            for limit in [distance, distance + 1, .max] {
                #expect(editDistance(from: word, to: meant, atMost: limit) == distance)
            }
            #expect(editDistance(from: word, to: meant, atMost: distance - 1) == nil)
        }
    }

    @Test func onlyWordsThatAreNearAreSuggested() {
        #expect(nearest(to: "story-ap", in: ["web", "story-api"]) == "story-api")
        #expect(nearest(to: "billing", in: ["web", "story-api"]) == nil)
        #expect(nearest(to: "wbe", in: ["cdn", "web"]) == "web")
    }

    @Test func ofEquallyNearWordsTheFirstIsSuggested() {
        #expect(nearest(to: "mails", in: ["nails", "mail", "tails"]) == "nails")
        #expect(nearest(to: "mails", in: ["snail", "mail", "Mails", "mails"]) == "Mails")
    }

    /// Short words of few letters are near each other in many ways.
    @Test func limitChangesNoDistanceWithinIt() {
        var letters = Letters()
        for _ in 0..<5_000 {
            let (one, other) = (letters.word(), letters.word())
            let distance = wholeTable(from: one, to: other)
            for limit in 0...9 {
                let found = editDistance(from: one, to: other, atMost: limit)
                #expect(found == (distance <= limit ? distance : nil), "\(one) \(other) \(limit)")
            }
        }
    }

    @Test func nearestIsTheFirstOfTheLeastDistance() {
        var letters = Letters()
        for _ in 0..<2_000 {
            let (word, candidates) = (letters.word(), (0..<6).map { _ in letters.word() })
            let distances = candidates.map { wholeTable(from: word, to: $0) }
            let limit = min(3, max(1, word.utf8.count / 3))
            let least = distances.min().flatMap { $0 <= limit ? $0 : nil }
            let expected = least.flatMap { distances.firstIndex(of: $0) }.map { candidates[$0] }
            #expect(nearest(to: word, in: candidates) == expected, "\(word) \(candidates)")
        }
    }
}

/// Words that look random and are the same in each run.
private struct Letters {
    /// A linear congruential generator with the numbers of D. E. Knuth's MMIX.
    private var state: UInt64 = 2026

    mutating func word() -> String {
        let letters: [Character] = ["a", "b", "c", "B", "é"]
        return String((0..<number(below: 9)).map { _ in letters[number(below: 5)] })
    }

    private mutating func number(below limit: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % limit)
    }
}

/// The distance by its definition: every cell of the table.
private func wholeTable(from one: String, to other: String) -> Int {
    let (one, other) = (Array(one.lowercased()), Array(other.lowercased()))
    var table = (0...one.count).map { i in (0...other.count).map { j in max(i, j) } }
    for i in one.indices {
        for j in other.indices {
            let replaced = table[i][j] + (one[i] == other[j] ? 0 : 1)
            table[i + 1][j + 1] = min(table[i][j + 1] + 1, table[i + 1][j] + 1, replaced)
            if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                table[i + 1][j + 1] = min(table[i + 1][j + 1], table[i - 1][j - 1] + 1)
            }
        }
    }
    return table[one.count][other.count]
}
