import Reliability
import StatusModel

/// A step that is due for an open incident, or that was done for it.
struct DueRow: TemplateContext {
    let what: HTML
    let time: HTML
    let isLate: Bool
    var contacts: [ContactContext] = []

    static let vocabulary = Vocabulary<Self>([
        .html("what", "the item that is due, for example Next update or 2. Lead named") { $0.what },
        .html(
            "time",
            "when it is due, has been due since or was done, with a `<time>`; for an escalation that depends on an event, the event; for a checklist, how much is done; for its items, that they are open"
        ) {
            $0.time
        },
        .flag("isLate", "whether it is overdue") { $0.isLate },
        .flag("hasContacts", "whether it is an escalation with known contacts") {
            !$0.contacts.isEmpty
        },
        .list("contacts", "for an escalation: how to reach each role that it calls in") { $0.contacts },
    ])
}

extension DueRow {
    /// Returns the rows of an incident.
    ///
    /// Steps that are due come first, the soonest first; then the people to call in if something happens, the
    /// acknowledgment, the progress of the checklist, and the items of it that should be done by now.
    static func all(of due: DueNow, layout: Layout) -> [DueRow] {
        due.steps.map { DueRow($0, layout: layout) }
            + due.conditionalEscalations.map { DueRow($0, layout: layout) }
            + [acknowledged(due, layout), checklist(due, layout)].compactMap { $0 }
            + due.checklist.filter(\.isOwed).map { DueRow($0, layout: layout) }
    }

    /// Returns whether the incident was acknowledged; `nil` if a limit shows that it was not.
    private static func acknowledged(_ due: DueNow, _ layout: Layout) -> DueRow? {
        guard !due.limits.contains(where: { $0.rule == .acknowledge }) else { return nil }
        let words = layout.words
        let day = words.zone.day(of: layout.site.now)
        let time = due.acknowledgedAt.map { words.html.recordDone(time: words.element($0, on: day)) }
        return DueRow(
            what: HTML(escaping: words.label(of: Judgement.Rule.acknowledge)),
            time: time ?? HTML(escaping: words.text.recordDueNotYet),
            isLate: false
        )
    }

    private static func checklist(_ due: DueNow, _ layout: Layout) -> DueRow? {
        let tally = due.checklist.tally
        guard tally.total > 0 else { return nil }
        let (text, total) = (layout.words.text, layout.words.grouped(tally.total))
        let done = layout.words.grouped(tally.done)
        let state =
            tally.ifNeeded == 0
            ? text.recordDueChecklist(done: done, total: total)
            : text.recordDueChecklistIfNeeded(
                done: done, more: layout.words.grouped(tally.ifNeeded), total: total)
        return DueRow(
            what: HTML(escaping: text.recordChecklist), time: HTML(escaping: state), isLate: false)
    }

    private init(_ item: ChecklistItem, layout: Layout) {
        what = layout.words.numbered(item)
        time = HTML(escaping: layout.words.text.recordNotTicked)
        isLate = true
    }

    /// Makes the row of a conditional step of the escalation ladder, for which the policy does not set a time.
    private init(_ step: Severity.Escalation, layout: Layout) {
        let text = layout.words.text
        what = HTML(escaping: text.recordDueEscalation(people: step.to))
        time = HTML(escaping: step.event.map { text.policyWhen(event: $0) } ?? "")
        isLate = false
        contacts = ContactContext.reachable(calledIn: step.to, layout: layout)
    }

    private init(_ step: DueNow.Step, layout: Layout) {
        let words = layout.words
        isLate = step.isLate(at: layout.site.now)
        let time = words.element(
            step.at, on: words.zone.day(of: layout.site.now), age: isLate ? .past : .toCome)
        self.time = isLate ? words.html.recordDueOverdue(time: time) : time
        let what =
            switch step.what {
            case .update: words.text.bannerNextUpdate
            case .limit(.acknowledge): words.text.recordDueAcknowledge
            case .limit(.identify): words.text.recordDueIdentify
            case .limit(.restore): words.text.recordDueRestore
            case .limit(.resolve): words.text.recordDueResolve
            case .limit(let rule): words.label(of: rule)
            case .escalation(let people): words.text.recordDueEscalation(people: people)
            }
        self.what = HTML(escaping: what)
        if case .escalation(let people) = step.what {
            contacts = ContactContext.reachable(calledIn: people, layout: layout)
        }
    }
}
