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
            "\(body)\n<p class=\"fact\">\(fact.escapedForHTML)</p>"
        }
    }

    private static func facts(of update: Update, frame: Frame) -> [String] {
        let words = frame.words
        var facts: [String] = []
        if let cause = update.rootCause { facts.append(words.text.updateCause(cause: cause)) }
        if let fix = update.fix { facts.append(words.text.updateFix(fix: fix)) }
        if let rank = update.severity {
            facts.append(
                words.text.updateSeverity(severity: words.label(of: frame.site.page.severities[rank]))
            )
        }
        facts += update.changes.map { change in
            let (name, status) = (words.components[change.component], words.label(of: change.status))
            return change.since.map {
                words.text.updateComponentSince(component: name, status: status, time: words.time($0))
            } ?? words.text.updateComponent(component: name, status: status)
        }
        if let until = update.until { facts.append(words.text.updateUntil(time: words.dateAndTime(until))) }
        if !update.escalatedTo.isEmpty {
            facts.append(words.text.updateEscalated(people: words.list(update.escalatedTo)))
        }
        switch update.estimate {
        case .at(let instant): facts.append(words.text.updateExpected(time: words.dateAndTime(instant)))
        case .words(let text): facts.append(words.text.updateExpectedWords(estimate: text))
        case nil: break
        }
        return facts
    }
}
