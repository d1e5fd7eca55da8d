import Records
import StatusModel

/// Puts a new record together from what was said on the command line, and asks for the rest where there is
/// somebody to ask.
struct RecordQuestions {
    private let given: New
    private let site: AuthoredSite
    private let prompt: Prompt?

    init(_ given: New, site: AuthoredSite, prompt: Prompt?) {
        (self.given, self.site, self.prompt) = (given, site, prompt)
    }
}

extension RecordQuestions {
    /// The record.
    func draft() throws -> RecordDraft {
        let title = try title()
        let rank = given.maintenance ? nil : try severity()
        let (kind, status) = try kind(by: rank)
        let components = try components(fallback: status)
        let phase = PhaseWord(given.maintenance ? .scheduled : .investigating)
        var first = UpdateDraft(phase, try text(), at: site.now)
        first.nextUpdate = try NextPromise(in: site, severity: rank, begunAt: site.now)
            .written(given: given.update.nextUpdate, asking: given.text == nil && !given.edit ? prompt : nil)
        return RecordDraft(title, kind, components: components, first: first)
    }
}

private extension RecordQuestions {
    var configuration: Configuration { site.configuration }

    func title() throws -> String {
        let title = try given.title ?? prompt?.line("What is the headline?")
        let words = (title ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.isEmpty else { return words }
        throw Refusal("the title is missing", hint: "write it first: `allclear new \"Stories are slow\" …`")
    }

    /// In an editor there is room for the text.
    func text() throws -> String {
        if given.edit, given.text == nil { return "" }
        return try UpdateTextSource.text(given: given.text, asking: prompt) { text in
            try site.check(text: text, of: "incidents/new.md")
        }
    }

    /// What it is about, and the status of components that are named without one.
    ///
    /// - Parameter rank: the severity of an incident; none of maintenance.
    func kind(by rank: Severity.Rank?) throws -> (RecordDraft.Kind, ComponentStatus?) {
        guard let rank else {
            let minute = site.now - site.now.seconds % 60
            let from = try instant(given.from, "--from", from: minute, "When does it begin?")
            let until = try instant(
                given.until,
                "--until",
                from: from,
                "How long does it take, or when does it end?"
            )
            return (.maintenance(from: from, until: until), .underMaintenance)
        }
        let severity = configuration.page.rules.severity(rank, at: site.now)
        return (.incident(severity: severity.level), severity.componentStatus)
    }

    func severity() throws -> Severity.Rank {
        let choices = configuration.page.severities(inUseAt: site.now).map {
            Prompt.Choice(
                name: $0.level,
                detail: ([$0.name].compactMap { $0 } + $0.definition.prefix(1)).joined(separator: ": ")
            )
        }
        let read: (String) throws -> Severity.Rank = { name in
            do {
                return try configuration.severity(called: Prompt.name(for: name, among: choices))
            } catch let word as UnknownWord { throw Refusal(word) }
        }
        if let name = given.severity { return try read(name) }
        guard let prompt, !choices.isEmpty else {
            let levels = choices.map { "`\($0.name)`" }.joined(separator: ", ")
            throw Refusal(
                "the severity is missing",
                hint: choices.isEmpty
                    ? "`status.yml` names no severities" : "write `--severity`; the severities are \(levels)"
            )
        }
        return try prompt.answer(to: "How severe is it?", among: choices, reading: read)
    }

    func instant(_ given: String?, _ option: String, from start: Instant, _ question: String) throws
        -> Instant
    {
        let read: (String) throws -> Instant = { text in
            do {
                let instant = try configuration.instant(writtenAs: text, from: start)
                guard instant <= start, option == "--until" else { return instant }
            } catch let word as UnknownWord { throw Refusal(word, of: option) }
            throw Refusal(
                "\(option): it ends before it begins",
                hint: "write a later time, or a duration as in 2h"
            )
        }
        if let given { return try read(given) }
        guard let prompt else {
            throw Refusal("`\(option)` is missing", hint: "write `--from 2026-01-10T22:00Z --until 2h`")
        }
        return try prompt.answer(to: "\(question) (as in 2026-01-10T22:00Z, or 2h)", reading: read)
    }
}

private extension RecordQuestions {
    func components(fallback: ComponentStatus?) throws -> [UpdateDraft.Change] {
        if let prompt, given.components.isEmpty { return try askForComponents(prompt, fallback: fallback) }
        return try given.components.map {
            try $0.firstStatus(in: configuration, fallback: fallback)
        }
        .namedOnce()
    }

    func askForComponents(_ prompt: Prompt, fallback: ComponentStatus?) throws -> [UpdateDraft.Change] {
        let choices = configuration.page.components.filter { !$0.isRetired(at: site.now) }
            .map { Prompt.Choice(name: $0.id, detail: $0.name) }
        guard !choices.isEmpty else { return [] }
        let status = fallback.map { "each is \($0.name), unless you write as in web=degraded" }
        return try prompt.answer(
            to:
                "What is affected? (several by commas, none by Enter; \(status ?? "with its status, as in web=degraded"))",
            among: choices
        ) { answer in
            try answer.split(separator: ",").map { word in
                let parts = word.split(separator: "=", maxSplits: 1).map { $0.trimmingBlanks }
                let name = Prompt.name(for: parts.first ?? "", among: choices)
                let typed = ([name] + parts.dropFirst()).joined(separator: "=")
                guard let component = ComponentArgument(argument: typed) else {
                    throw Refusal("`\(word)` is no component with a status")
                }
                return try component.firstStatus(in: configuration, fallback: fallback)
            }
            .namedOnce()
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { split(separator: " ").joined(separator: " ") }
}

extension [UpdateDraft.Change] {
    /// The same; refuses what a record would be refused for, before its text is written for nothing.
    fileprivate func namedOnce() throws -> Self {
        var seen: Set<String> = []
        for change in self where !seen.insert(change.component).inserted {
            throw Refusal("`\(change.component)` is named twice", hint: "write each component once")
        }
        return self
    }
}
