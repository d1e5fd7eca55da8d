import Diagnostics
import Records

extension MarkedRecord {
    /// The number that an update had in the version before, where that has it word for word.
    ///
    /// Of equal ones, those are new that are more than before: the last, or the first where the newest
    /// stands first.
    func same(as number: Int, in before: MarkedRecord) -> Int? {
        let text = updates[number].text
        let equal = updates.indices.filter { updates[$0].text == text }
        let formers = before.updates.indices.filter { before.updates[$0].text == text }
        let new = isNewestFirst ? equal.count - formers.count : 0
        guard let place = equal.firstIndex(of: number), formers.indices.contains(place - new) else {
            return nil
        }
        return formers[place - new]
    }

    /// The number of the update in the version before whose words were mended to these; nothing where the
    /// update is new.
    func mended(_ number: Int, in before: MarkedRecord) -> Int? {
        let kept = updates.indices.map { same(as: $0, in: before) }
        let keyword = updates[number].keyword
        let changed = updates.indices.filter { kept[$0] == nil && updates[$0].keyword == keyword }
        let gone = before.updates.indices.filter {
            !kept.contains($0) && before.updates[$0].keyword == keyword
        }
        if changed.count == gone.count { return changed.firstIndex(of: number).map { gone[$0] } }
        // Some were added: of two that could be the same, those are that are nearest to each other.
        let update = updates[number]
        let nearest = gone.min {
            before.updates[$0].distance(to: update) < before.updates[$1].distance(to: update)
        }
        return nearest.flatMap { former in
            let former = (number: former, update: before.updates[former])
            let closest = changed.min {
                updates[$0].distance(to: former.update) < updates[$1].distance(to: former.update)
            }
            return closest == number ? former.number : nil
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
