import StatusModel

/// An update of a record.
struct UpdateContext: TemplateContext {
    let anchor: String
    let heading: String
    let body: String

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the update's id on its record's page") { $0.anchor },
        .html("heading", "the phase it reports and a `<time>`, on its record's page as a link to itself") {
            $0.heading
        },
        .html("body", "what was said, and a paragraph for each thing that changed with it") { $0.body },
    ])
}

extension UpdateContext {
    /// - Parameters:
    ///   - known: a day whose date the reader sees elsewhere; nothing to state each date.
    ///   - isLinked: whether its time leads to itself, so that readers can pass the address on.
    ///   - showingAge: whether it matters how old it is: while the record is open.
    init(
        _ update: Update,
        anchor: String,
        known: Day?,
        isLinked: Bool,
        showingAge: Bool,
        frame: Frame
    ) {
        self.anchor = anchor
        let words = frame.words
        let time = words.element(update.at, on: known, showingAge: showingAge)
        let link = isLinked ? "<a href=\"#\(anchor)\">\(time)</a>" : time
        heading = "\(words.label(of: update.phase).escapedForHTML) \(link)"
        body = Self.facts(of: update, frame: frame).reduce(
            "<div class=\"prose\">\n\(update.prose.html(root: frame.root))\n</div>"
        ) { body, fact in
            "\(body)\n<p class=\"fact\">\(fact)</p>"
        }
    }

    /// HTML of what changed with the update.
    private static func facts(of update: Update, frame: Frame) -> [String] {
        let words = frame.words
        var facts: [String] = []
        if let cause = update.rootCause { facts.append(words.html.updateCause(cause: cause.escapedForHTML)) }
        if let fix = update.fix { facts.append(words.html.updateFix(fix: fix.escapedForHTML)) }
        if let rank = update.severity {
            let severity = words.label(of: frame.site.page.severities[rank]).escapedForHTML
            facts.append(words.html.updateSeverity(severity: severity))
        }
        facts += update.changes.map { change in
            let name = words.components[change.component].escapedForHTML
            let status = words.label(of: change.status).escapedForHTML
            return change.since.map {
                let time = words.element($0, on: words.zone.day(of: update.at))
                return words.html.updateComponentSince(component: name, status: status, time: time)
            } ?? words.html.updateComponent(component: name, status: status)
        }
        if let until = update.until { facts.append(words.html.updateUntil(time: words.element(until))) }
        if !update.escalatedTo.isEmpty {
            facts.append(words.html.updateEscalated(people: words.list(update.escalatedTo).escapedForHTML))
        }
        switch update.estimate {
        case .at(let instant): facts.append(words.html.updateExpected(time: words.element(instant)))
        case .words(let text): facts.append(words.html.updateExpectedWords(estimate: text.escapedForHTML))
        case nil: break
        }
        return facts
    }
}
