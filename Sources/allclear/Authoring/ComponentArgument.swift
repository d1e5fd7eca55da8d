import ArgumentParser
import Records
import StatusModel

/// A component with its status, such as `web=partial_outage` or `web=operational since 17:22`; without a status,
/// the severity determines it.
struct ComponentArgument: ExpressibleByArgument {
    let name: String
    let status: String?
    let since: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").joined(separator: " ") }
        guard let name = parts.first, !name.isEmpty, !parts.contains("") else { return nil }
        let words =
            parts.count == 2 ? parts[1].split(separator: " since ", maxSplits: 1).map(String.init) : []
        (self.name, status) = (name, words.first)
        since = words.count == 2 ? words[1] : nil
        // After a comma, a record would name another component.
        guard since?.contains(",") != true else { return nil }
    }
}

extension ComponentArgument {
    /// Returns the change that the argument describes, in the words that records use.
    ///
    /// - Parameters:
    ///   - fallback: the status if none is given.
    ///   - allowsAll: whether `all` stands for every component that the record has named.
    func change(
        in configuration: Configuration,
        fallback: ComponentStatus?,
        allowsAll: Bool
    ) throws -> UpdateDraft.Change {
        do {
            let isAll = allowsAll && name.lowercased() == "all"
            let id =
                isAll ? "all" : configuration.page.components[try configuration.component(called: name)].id
            guard let status = try status.map({ try ComponentStatus(called: $0) }) ?? fallback else {
                throw CommandError(
                    "`\(id)` has no status",
                    hint: "add one, such as `--component \(id)=partial_outage`"
                )
            }
            return UpdateDraft.Change(id, status, since: since)
        } catch let word as UnknownWord {
            throw CommandError(word)
        }
    }
}

extension ComponentArgument {
    /// Returns the change for a new record: the component has that status from the record's start on.
    func firstStatus(in configuration: Configuration, fallback: ComponentStatus?) throws -> UpdateDraft.Change
    {
        guard since == nil else {
            throw CommandError(
                "a new record cannot have `since`: its components are affected from its start",
                hint: "remove `since`, and give the start with `--started`")
        }
        return try change(in: configuration, fallback: fallback, allowsAll: false)
    }
}

extension CommandError {
    /// - Parameter option: the option for which the word was written.
    init(_ word: UnknownWord, of option: String? = nil) {
        self.init(option.map { "\($0): \(word.reason)" } ?? word.reason, hint: word.hint)
    }
}
