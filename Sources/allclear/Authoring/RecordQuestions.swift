import Records
import StatusModel

/// Makes a new record from the command line, and asks for the rest if there is somebody to ask.
struct RecordQuestions {
    private let given: New
    private let site: AuthoredSite
    private let prompt: Prompt?
    private let console: Console

    /// - Parameter console: prints warnings about other records with the same title.
    init(_ given: New, site: AuthoredSite, prompt: Prompt?, console: Console) {
        self.given = given
        self.site = site
        self.prompt = prompt
        self.console = console
    }
}

extension RecordQuestions {
    /// Returns the record.
    func draft() throws -> RecordDraft {
        let givenStart = try given.started.map { try site.pastInstant($0, of: "--started") }
        let detectedAt = try given.detected.map { try site.pastInstant($0, of: "--detected") }
        let ready = try readyText()
        let title = try title(of: ready)
        for sentence in site.warnings(of: title) { try console.say(sentence) }
        let rank = given.maintenance ? nil : try severity(of: ready)
        let startedAt = try givenStart ?? askedStart()
        let (kind, status) = try kind(by: rank, begunAt: startedAt ?? site.now)
        let components = try components(of: ready, fallback: status)
        let phase = PhaseWord(given.maintenance ? .scheduled : .investigating)
        var first = UpdateDraft(phase, try text(of: ready), at: site.now)
        first.nextUpdate = try NextPromise(in: site, severity: rank, begunAt: startedAt ?? site.now).written(
            given: given.update.nextUpdate ?? ready?.nextUpdate.map(Severity.written),
            asking: given.text == nil && !given.edit ? prompt : nil)
        var draft = RecordDraft(title, kind, components: components, first: first)
        (draft.startedAt, draft.detectedAt) = (startedAt, detectedAt)
        (draft.detectedBy, draft.visibility) = (given.detectedBy, given.visibility)
        return draft
    }
}

private extension RecordQuestions {
    var configuration: Configuration { site.configuration }

    /// Returns the prepared text from which the record is made, with the blanks of its title and text filled in as far
    /// as they are used; `nil` if there is none.
    func readyText() throws -> ReadyText? {
        let named = try given.readyText.map { try site.readyText(called: $0) }
        guard var text = try named ?? chosenText() else { return nil }
        var filling = try BlankFilling(of: text, in: site, given: given.fill.values, asking: prompt)
        if !givenTitle.isEmpty { text.title = nil }
        if given.text != nil { text.text = nil }
        try filling.fillIn([text.title, text.text].compactMap { $0 })
        text.title = try text.title.map { try filling.filled($0) }
        text.text = try text.text.map { try filling.filled($0) }
        return text
    }

    /// Returns the prepared text that a person chooses who has not specified a text.
    func chosenText() throws -> ReadyText? {
        let texts = configuration.page.texts.filter { text in
            given.maintenance ? text.severity == nil : !text.phases.contains(where: \.isOfMaintenance)
        }
        guard let prompt, givenTitle.isEmpty, given.text == nil, !texts.isEmpty else { return nil }
        let choices = texts.map { Prompt.Choice(name: $0.id, detail: $0.title ?? $0.text ?? "") }
        return try prompt.answer(
            to: "Which prepared text do you want to use? (Enter for none)", among: choices
        ) {
            answer -> ReadyText? in
            try answer.isEmpty ? nil : site.readyText(called: Prompt.name(for: answer, among: choices))
        }
    }

    var givenTitle: String { (given.title ?? "").onOneLine }

    func title(of ready: ReadyText?) throws -> String {
        let words = givenTitle.isEmpty ? ready?.title ?? "" : givenTitle
        if let title = try words.isEmpty ? prompt?.line("What is the title?").onOneLine : words {
            return title
        }
        throw CommandError(
            "the title is missing",
            hint: "give it as the first argument: `allclear new \"Stories are slow\" …`")
    }

    /// Returns the start of an incident's impact, in answer to a question; `nil` for now.
    ///
    /// It asks nothing if the text is on the command line, or if an editor will show the front matter.
    func askedStart() throws -> Instant? {
        guard let prompt, !given.maintenance, given.text == nil, !given.edit else { return nil }
        let day = configuration.page.zone.day(of: site.now)
        return try prompt.answer(
            to:
                "When did it start? (for example, 10m for 10 minutes ago, 16:58 or \(day) 16:58; Enter for now)"
        ) { answer -> Instant? in
            try answer.isEmpty ? nil : configuration.instant(writtenAs: answer, before: site.answeredAt())
        }
    }

    /// Returns the text; without a prompt for it if an editor will open.
    func text(of ready: ReadyText?) throws -> String {
        if let text = ready?.text { return text }
        if given.edit, given.text == nil { return "" }
        return try UpdateTextSource.text(given: given.text, asking: prompt) { text in
            try site.check(text: text, of: "incidents/new.md")
        }
    }

    /// Returns the kind of record, and the status of components that are named without one.
    ///
    /// - Parameters:
    ///   - rank: the severity of an incident; none for maintenance.
    ///   - start: the start of an incident, which determines the rules that apply.
    func kind(by rank: Severity.Rank?, begunAt start: Instant) throws -> (RecordDraft.Kind, ComponentStatus?)
    {
        guard let rank else {
            let from = try instant(given.from, "--from", from: nil, "When does it start?")
            let until = try instant(
                given.until,
                "--until",
                from: from,
                "When does it end, or how long does it take?"
            )
            return (.maintenance(from: from, until: until, try recurrence(from: from)), .underMaintenance)
        }
        let severity = configuration.page.rules.severity(rank, at: start)
        return (.incident(severity: severity.level), severity.componentStatus)
    }

    /// Returns the recurrence of maintenance, or `nil` if it does not recur.
    func recurrence(from start: Instant) throws -> RecordDraft.Recurrence? {
        if let rule = given.repeats { return RecordDraft.Recurrence(rule, until: given.repeatUntil ?? "") }
        guard let prompt, given.text == nil, !given.edit else { return nil }
        let rule = try prompt.answer(to: "Does it recur? (for example, weekly; Enter for no)") {
            answer -> String? in
            guard !answer.isEmpty else { return nil }
            try configuration.check(recurrence: answer, from: start)
            return answer
        }
        guard let rule else { return nil }
        let example = configuration.page.zone.day(of: start).advanced(by: 90)
        let last = try prompt.answer(
            to: "What is the last day on which it can start? (for example, \(example))"
        ) {
            answer in
            try configuration.check(lastDay: answer, from: start)
            return answer
        }
        return RecordDraft.Recurrence(rule, until: last)
    }

    func severity(of ready: ReadyText?) throws -> Severity.Rank {
        if given.severity == nil, let rank = ready?.severity { return rank }
        let choices = configuration.page.severities(inUseAt: site.now).map {
            Prompt.Choice(
                name: $0.level,
                detail: ([$0.name].compactMap { $0 } + $0.definition.prefix(1)).joined(separator: ": ")
            )
        }
        let read: (String) throws -> Severity.Rank = { name in
            try configuration.severity(called: Prompt.name(for: name, among: choices))
        }
        if let name = given.severity { return try read(name) }
        guard let prompt, !choices.isEmpty else {
            let levels = choices.map { "`\($0.name)`" }.joined(separator: ", ")
            throw CommandError(
                "the severity is missing",
                hint: choices.isEmpty
                    ? "`status.yml` defines no severities" : "add `--severity`; the severities are \(levels)"
            )
        }
        return try prompt.answer(to: "How severe is it?", among: choices, reading: read)
    }

    /// - Parameter start: the instant from which durations count; `nil` for the present minute.
    func instant(_ given: String?, _ option: String, from start: Instant?, _ question: String) throws
        -> Instant
    {
        let isEnd = option == "--until"
        let typedOption = given == nil ? nil : option
        let read: (String) throws -> Instant = { text in
            let now = try given == nil ? site.answeredAt() : site.now
            let base = start ?? now - now.seconds % 60
            do {
                let words = isEnd ? "after the start" : "from now"
                let instant = try configuration.instant(
                    writtenAs: text, from: base, called: words, now: now)
                guard instant <= base, isEnd else { return instant }
            } catch let word as UnknownWord { throw CommandError(word, of: typedOption) }
            throw CommandError(
                (typedOption.map { "\($0): " } ?? "") + "maintenance must end after it starts",
                hint: "use a later time, or a duration such as 2h"
            )
        }
        if let given { return try read(given) }
        guard let prompt else {
            throw CommandError(
                "`\(option)` is missing", hint: "add both, such as `--from 2026-01-10T22:00Z --until 2h`")
        }
        return try prompt.answer(to: "\(question) (for example, 2026-01-10T22:00Z or 2h)", reading: read)
    }
}

private extension RecordQuestions {
    func components(of ready: ReadyText?, fallback: ComponentStatus?) throws -> [UpdateDraft.Change] {
        if given.components.isEmpty, let changes = ready?.components, !changes.isEmpty {
            return changes.map {
                UpdateDraft.Change(configuration.page.components[$0.component].id, $0.status)
            }
        }
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
        let status = fallback.map { "; default status: \($0.name)" } ?? ""
        return try prompt.answer(
            to:
                """
                Which components are affected? (for example: \(Self.example(among: choices, fallback)); \
                Enter for none\(status))
                """,
            among: choices
        ) { answer in
            try answer.split(separator: ",").map { word in
                let parts = word.split(separator: "=", maxSplits: 1).map { $0.trimmingBlanks }
                let name = Prompt.name(for: parts.first ?? "", among: choices)
                let typed = ([name] + parts.dropFirst()).joined(separator: "=")
                guard let component = ComponentArgument(argument: typed) else {
                    throw CommandError(
                        "`\(word)` is not a component",
                        hint: "write \(choices[0].name), or \(choices[0].name)=degraded")
                }
                do {
                    return try component.firstStatus(in: configuration, fallback: fallback)
                } catch let error as CommandError where areSeveral(word) {
                    throw CommandError(error.reason, hint: "separate components with commas")
                }
            }
            .namedOnce()
        }
    }
}

private extension RecordQuestions {
    /// Whether the words are several components, by number or name, separated only by spaces.
    func areSeveral(_ words: Substring) -> Bool {
        let names = words.split(separator: " ").map { String($0.prefix { $0 != "=" }) }
        return names.count > 1
            && names.allSatisfy { Int($0) != nil || (try? configuration.component(called: $0)) != nil }
    }

    /// Returns an example answer with the site's own components: by number, and with a status.
    static func example(among choices: [Prompt.Choice], _ fallback: ComponentStatus?) -> String {
        let both: [String?] = [fallback == nil ? "major" : nil, "degraded"]
        let statuses = choices.count == 1 ? Array(both.suffix(1)) : both
        return zip(1..., statuses).map { number, status in
            "\(number)" + (status.map { "=\($0)" } ?? "")
        }
        .joined(separator: ", ")
    }
}

extension AuthoredSite {
    /// Returns a warning for each open record with the title, because it may be the one that is meant.
    fileprivate func warnings(of title: String) -> [String] {
        openPaths(titled: title).map { path in
            let id = RecordIndex.id(of: path)
            return
                """
                warning: `\(id)` has the same title and is still open; to update it, run \
                `allclear update \(id.quotedForShell)`
                """
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { split(separator: " ").joined(separator: " ") }
}

extension [UpdateDraft.Change] {
    /// Returns the components, unless a record with them would be refused, so that no text is written in vain.
    fileprivate func namedOnce() throws -> Self {
        var seen: Set<String> = []
        for change in self where !seen.insert(change.component).inserted {
            throw CommandError("`\(change.component)` is listed twice", hint: "list each component once")
        }
        return self
    }
}
