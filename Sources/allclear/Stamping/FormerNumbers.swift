import Diagnostics
import Records

/// The numbers that a record's updates had in the version before.
struct FormerNumbers {
    /// Of those that it has word for word.
    private var kept: [Int?]
    /// Of those whose words were mended since.
    private var mended: [Int: Int] = [:]

    init(of record: MarkedRecord, in before: MarkedRecord) {
        kept = Array(repeating: nil, count: record.updates.count)
        findKept(in: record, before)
        findMended(in: record, before)
    }
}

extension FormerNumbers {
    /// The number that the update had, where the version before has it word for word.
    func same(as number: Int) -> Int? { kept[number] }

    /// The number of the update whose words were mended to these; `nil` if the update is new.
    func mended(_ number: Int) -> Int? { mended[number] }
}

private extension FormerNumbers {
    /// How many pairs of updates are held against each other: whoever changes more at once mends no words.
    static let limit = 2_500

    /// Of equal ones, those are new that are more than before: the last, or the first where the newest stands first.
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

    /// Some were added or taken away: of two that could be the same, those are that are nearest to each other.
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
    /// How far its words are from the other's: their beginning tells enough, and long texts take long.
    fileprivate func distance(to other: MarkedUpdate) -> Int {
        let (one, other) = (String(text.prefix(300)), String(other.text.prefix(300)))
        return editDistance(from: one, to: other, atMost: .max) ?? .max
    }
}
