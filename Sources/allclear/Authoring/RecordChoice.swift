import Records
import StatusModel

/// The records that a command offers to a person who named none.
enum RecordChoice {
    /// Open records, for an update.
    case update
    /// Open incidents, for their checklists.
    case tick
    /// Resolved incidents without a post-mortem, the latest first.
    case postMortem
}

private extension RecordChoice {
    var question: String {
        switch self {
        case .update: "Which record do you want to update?"
        case .tick: "Which incident's checklist?"
        case .postMortem: "Which incident is the post-mortem for?"
        }
    }

    /// The name of the offered records.
    var name: String {
        switch self {
        case .update: "open records"
        case .tick: "open incidents"
        case .postMortem: "resolved incidents without a post-mortem"
        }
    }

    /// The command, with `ID` for the name of a record.
    var command: String {
        switch self {
        case .update: "allclear update ID PHASE"
        case .tick: "allclear tick ID"
        case .postMortem: "allclear post-mortem ID"
        }
    }

    func offers(_ record: Record, at now: Instant) -> Bool {
        switch self {
        case .update: record.phase(at: now)?.isFinal == false
        case .tick: record.kind == .incident && record.isOpen
        case .postMortem: record.kind == .incident && !record.isOpen && record.postMortem == nil
        }
    }

    /// The sort key: incidents first, by highest severity, then newest; for a post-mortem, the latest to end first.
    func order(_ record: Record) -> (Int, Int, Int, String) {
        switch self {
        case .update, .tick:
            (
                record.kind == .incident ? 0 : 1, record.currentSeverity ?? .max, -record.begins.seconds,
                record.slug
            )
        case .postMortem: (0, 0, -(record.resolvedAt ?? record.begins).seconds, record.slug)
        }
    }

    /// The maximum number of records to offer.
    ///
    /// More would push the question out of sight.
    static let longest = 9
}

extension AuthoredSite {
    /// Returns the path of the record for a command: the one that was named, or one that a person chooses.
    ///
    /// - Parameter prompt: asks the person; if `nil`, the error lists the records.
    func path(
        ofRecordCalled name: String?, orOneOf choice: RecordChoice, asking prompt: Prompt?,
        telling console: Console
    ) throws -> String {
        if let name { return try path(ofRecordCalled: name, telling: console) }
        let choices = records(for: choice).prefix(RecordChoice.longest).map {
            Prompt.Choice(name: $0.id, detail: summary(of: $0))
        }
        guard !choices.isEmpty else {
            throw CommandError(
                "there are no \(choice.name)", hint: "to name another record, run `\(choice.command)`")
        }
        guard let prompt else {
            let names = choices.map { "`\($0.name)`" }.joined(separator: ", ")
            throw CommandError("no record was named", hint: "\(choice.name): \(names)")
        }
        let only = choices.count == 1 ? choices[0].name : nil
        return try prompt.answer(
            to: choice.question + (only == nil ? "" : " (Enter for the first)"), among: choices
        ) { answer in
            try path(ofRecordCalled: answer.isEmpty ? only ?? "" : Prompt.name(for: answer, among: choices))
        }
    }

    private func records(for choice: RecordChoice) -> [Record] {
        paths.concurrentMap { record(at: $0) }.compactMap { $0 }
            .filter { choice.offers($0, at: now) }
            .sorted { choice.order($0) < choice.order($1) }
    }

    /// Returns the record in one line: its title, its severity and its phase.
    private func summary(of record: Record) -> String {
        let level = record.currentSeverity.map { configuration.page.severities[$0].level }
        let phase = record.phase(at: now)?.keyword
        return record.title + " (" + [level, phase].compactMap { $0 }.joined(separator: ", ") + ")"
    }
}
