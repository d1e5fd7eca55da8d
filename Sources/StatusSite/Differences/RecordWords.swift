import StatusModel

/// The difference of a record in words.
struct RecordWords {
    private let difference: RecordDifference
    private let words: Localizer

    init(_ difference: RecordDifference, words: Localizer) {
        (self.difference, self.words) = (difference, words)
    }

    var item: DifferenceDocument.Item {
        guard let now = difference.now else {
            return DifferenceDocument.Item(line: difference.before.map { "removed: \(name(of: $0))" } ?? "")
        }
        guard difference.before != nil else {
            return DifferenceDocument.Item(
                line: "new \(name(of: now)), \(facts(of: now))",
                details: difference.addedUpdates.map { detail("", of: now, $0) }
            )
        }
        return DifferenceDocument.Item(
            line: "changed: \(name(of: now))",
            details: difference.fields.map { .init(line: $0.sentence) } + updates(of: now)
        )
    }
}

private extension RecordWords {
    func name(of facts: RecordFacts) -> String {
        "\(facts.record.kind.rawValue) \u{201C}\(facts.record.title)\u{201D} (\(facts.record.id))"
    }

    func facts(of facts: RecordFacts) -> String {
        let time =
            facts.endsAt.map { words.span(from: facts.beginsAt, to: $0) }
            ?? "since \(words.dateAndTime(facts.beginsAt))"
        return [facts.severity.map(words.levelAndName), facts.phase.map(words.label), time, facts.components]
            .compactMap { $0 }
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func updates(of now: RecordFacts) -> [DifferenceDocument.Detail] {
        difference.addedUpdates.map { detail("new update ", of: now, $0) }
            + difference.editedUpdates.map { detail("changed update ", of: now, $0) }
            + difference.removedUpdates.compactMap { place in
                difference.before.map { .init(line: "removed update \(head(of: $0.record.updates[place]))") }
            }
    }

    func detail(_ word: String, of facts: RecordFacts, _ place: Int) -> DifferenceDocument.Detail {
        let update = facts.record.updates[place]
        return .init(line: word + head(of: update), quote: update.prose.text)
    }

    func head(of update: Update) -> String {
        "\(words.dateAndTime(update.at)), \(words.label(of: update.phase))"
    }
}
