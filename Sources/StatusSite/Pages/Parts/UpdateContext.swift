import StatusModel

/// An update of a record.
struct UpdateContext: TemplateContext {
    let update: Update
    /// Whether its phase differs from that of the update before.
    let changesPhase: Bool
    /// Its id on its record's page.
    let anchor: String
    /// A day whose date the reader sees elsewhere; `nil` to state each date.
    let known: Day?
    /// Whether its age is shown, which matters while the record is open.
    let showsAge: Bool
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the update's id on its record's page") { $0.anchor },
        .text("phase", "the phase it reports, such as Identified; or Update, if the phase stays the same") {
            $0.changesPhase ? $0.words.label(of: $0.update.phase) : $0.words.text.updateInSamePhase
        },
        .flag("changesPhase", "whether it changes the phase") { $0.changesPhase },
        .html("time", "the time of the update, as a `<time>`") {
            $0.words.element($0.update.at, on: $0.known, age: $0.showsAge ? .past : .none)
        },
        .html("prose", "the text of the update; may be empty") {
            HTML(rendered: $0.update.prose.html(root: $0.layout.root))
        },
        .list("facts", "what changed with it, one sentence each") { $0.facts.map(SentenceContext.init) },
    ])
}

extension UpdateContext {
    private var words: Localizer { layout.words }

    private var facts: [HTML] {
        var facts: [HTML] = []
        if let cause = update.rootCause { facts.append(words.html.updateCause(cause: HTML(escaping: cause))) }
        if let fix = update.fix { facts.append(words.html.updateFix(fix: HTML(escaping: fix))) }
        if let rank = update.severity {
            let severity = words.label(of: layout.site.page.severities[rank])
            facts.append(words.html.updateSeverity(severity: HTML(escaping: severity)))
        }
        facts += update.changes.map(fact)
        if let from = update.from { facts.append(words.html.updateFrom(time: words.element(from))) }
        if let until = update.until { facts.append(words.html.updateUntil(time: words.element(until))) }
        if !update.escalatedTo.isEmpty {
            facts.append(words.html.updateEscalated(people: HTML(escaping: words.list(update.escalatedTo))))
        }
        switch update.estimate {
        case .at(let instant): facts.append(words.html.updateExpected(time: words.element(instant)))
        case .words(let text): facts.append(words.html.updateExpectedWords(estimate: HTML(escaping: text)))
        case nil: break
        }
        return facts
    }

    private func fact(of change: StatusChange) -> HTML {
        let name = layout.link(to: change.component).html
        let status = HTML(escaping: words.label(of: change.status))
        guard let since = change.since else {
            return words.html.updateComponent(component: name, status: status)
        }
        let time = words.element(since, on: words.zone.day(of: update.at))
        return words.html.updateComponentSince(component: name, status: status, time: time)
    }
}
