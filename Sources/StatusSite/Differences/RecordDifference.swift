import StatusModel

/// The new, changed and removed parts of a record.
struct RecordDifference: Sendable {
    /// The record now; `nil` if it is gone.
    let now: RecordFacts?
    /// The record before; `nil` if it is new.
    let before: RecordFacts?
    /// The changes in its front matter and texts.
    let fields: [FieldChange]
    /// The indices of updates that were added.
    let addedUpdates: [Int]
    /// The indices of updates that were changed.
    let editedUpdates: [Int]
    /// The former indices of updates that were removed.
    let removedUpdates: [Int]
}

extension RecordDifference {
    /// Returns the new records, then changed ones, then removed ones, each the newest first.
    static func all(from before: Site, to after: Site, renamed: [String: String]) -> [RecordDifference] {
        var left = Dictionary(RecordFacts.all(of: before).map { ($0.record.id, $0) }) { first, _ in first }
        let known = Dictionary(left.values.map { ($0.record.slug, $0.record.id) }) { first, _ in first }
        var (new, changed): ([RecordDifference], [RecordDifference]) = ([], [])
        for facts in RecordFacts.all(of: after) {
            let former = facts.record.formerID(among: known, renamed: renamed).flatMap {
                left.removeValue(forKey: $0)
            }
            guard let former else {
                new.append(RecordDifference(new: facts))
                continue
            }
            let difference = RecordDifference(from: former, to: facts, words: after.words)
            if !difference.isEmpty { changed.append(difference) }
        }
        let gone = left.values.sorted { ($1.beginsAt, $0.record.id) < ($0.beginsAt, $1.record.id) }
        return new + changed + gone.map(RecordDifference.init(gone:))
    }

    var isEmpty: Bool {
        fields.isEmpty && addedUpdates.isEmpty && editedUpdates.isEmpty && removedUpdates.isEmpty
    }
}

private extension RecordDifference {
    init(new facts: RecordFacts) {
        (now, before, fields) = (facts, nil, [])
        addedUpdates = Array(facts.record.updates.indices)
        (editedUpdates, removedUpdates) = ([], [])
    }

    init(gone facts: RecordFacts) {
        (now, before, fields) = (nil, facts, [])
        (addedUpdates, editedUpdates, removedUpdates) = ([], [], [])
    }

    init(from before: RecordFacts, to now: RecordFacts, words: Localizer) {
        (self.before, self.now) = (before, now)
        fields = before.fields(words).changes(to: now.fields(words))
        let pairs = UpdatePairs(now.record.updates, since: before.record.updates)
        (addedUpdates, removedUpdates) = (pairs.added, pairs.removed)
        editedUpdates = pairs.kept.filter { now.updates[$0.now] != before.updates[$0.before] }.map(\.now)
    }
}

extension RecordFacts {
    /// Returns the fields other than updates, in the order in which readers want to know them.
    fileprivate func fields(_ words: Localizer) -> Fields {
        let time: String
        if let endsAt {
            time = words.span(from: beginsAt, to: endsAt)
        } else {
            time = words.dateAndTime(beginsAt)
        }
        let known: [(String, String?)] = [
            ("kind", record.kind.rawValue), ("title", record.title), ("phase", phase.map(words.label)),
            ("severity", severity?.level), (record.kind == .incident ? "start" : "time", time),
            ("components", effects),
            ("address", record.pagePath),
        ]
        return known.compactMap { name, value in value.map { (name, $0) } } + details
    }
}

extension Record {
    /// Returns the former id of the record, if it has one among those known.
    ///
    /// A record is recognized by its id, whatever its folder. One with a new id was renamed according to git, or has
    /// its former id among its aliases.
    ///
    /// - Parameters:
    ///   - known: the former ids by slug.
    ///   - renamed: the former slugs by path.
    fileprivate func formerID(among known: [String: String], renamed: [String: String]) -> String? {
        ([self.slug] + [renamed[self.path]].compactMap { $0 } + self.aliases).lazy.compactMap { known[$0] }
            .first
    }
}
