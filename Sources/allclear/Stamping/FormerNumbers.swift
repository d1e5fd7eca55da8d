import Diagnostics
import Records

/// The numbers that a record's updates had in the previous version.
struct FormerNumbers {
    /// The numbers of updates that have the same text there.
    private var kept: [Int?]
    /// The numbers of updates whose text has been corrected since.
    private var mended: [Int: Int] = [:]

    init(of record: MarkedRecord, in before: MarkedRecord) {
        kept = Array(repeating: nil, count: record.updates.count)
        findKept(in: record, before)
        findMended(in: record, before)
    }
}

extension FormerNumbers {
    /// Returns the update's number in the previous version if that has it with the same text; otherwise `nil`.
    func same(as number: Int) -> Int? { kept[number] }

    /// Returns the number of the update whose text was corrected to this one, or `nil` if the update is new.
    func mended(_ number: Int) -> Int? { mended[number] }
}

private extension FormerNumbers {
    /// The maximum number of pairs of updates to compare: if more of them change at once, they are not corrections.
    static let limit = 2_500

    /// Of equal updates, those in excess of the former ones are new: the last ones, or the first if the newest
    /// comes first.
    mutating func findKept(in record: MarkedRecord, _ before: MarkedRecord) {
        let formers = Dictionary(grouping: before.updates.indices) { before.updates[$0].text }
        for (text, equal) in Dictionary(grouping: record.updates.indices, by: { record.updates[$0].text }) {
            let formers = formers[text] ?? []
            let new = record.isNewestFirst ? equal.count - formers.count : 0
            for (place, number) in equal.enumerated() where formers.indices.contains(place - new) {
                kept[number] = formers[place - new]
            }
        }
    }

    mutating func findMended(in record: MarkedRecord, _ before: MarkedRecord) {
        let known = Set(kept.compactMap { $0 })
        let changed = Dictionary(grouping: record.updates.indices.filter { kept[$0] == nil }) {
            record.updates[$0].keyword
        }
        let gone = Dictionary(grouping: before.updates.indices.filter { !known.contains($0) }) {
            before.updates[$0].keyword
        }
        for (keyword, changed) in changed {
            let gone = gone[keyword] ?? []
            let pairs =
                changed.count == gone.count
                ? Array(zip(changed, gone)) : Self.nearest(changed, of: record, to: gone, of: before)
            for (number, former) in pairs { mended[number] = former }
        }
    }

    /// If some were added or removed, the most similar ones are taken to be the same.
    static func nearest(
        _ numbers: [Int], of record: MarkedRecord, to formers: [Int], of before: MarkedRecord
    ) -> [(Int, Int)] {
        guard !formers.isEmpty, numbers.count * formers.count <= limit else { return [] }
        let distances = numbers.map { number in
            formers.map { before.updates[$0].distance(to: record.updates[number]) }
        }
        return numbers.indices.compactMap { place in
            let row = distances[place]
            guard let nearest = formers.indices.min(by: { row[$0] < row[$1] }),
                let closest = numbers.indices.min(by: { distances[$0][nearest] < distances[$1][nearest] }),
                closest == place
            else { return nil }
            return (numbers[place], formers[nearest])
        }
    }
}

extension MarkedUpdate {
    /// Returns how much the text differs from the other's, judged by the first 300 characters, because long texts
    /// take long.
    fileprivate func distance(to other: MarkedUpdate) -> Int {
        let (one, other) = (String(text.prefix(300)), String(other.text.prefix(300)))
        return editDistance(from: one, to: other, atMost: .max) ?? .max
    }
}
