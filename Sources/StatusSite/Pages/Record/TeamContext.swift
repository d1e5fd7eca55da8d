import Reliability
import StatusModel

/// The parts that the team's build adds to an incident's page: internal details, and how well the policy was followed.
struct TeamContext: TemplateContext {
    let isInternal: Bool
    let runbooks: [RunbookContext]
    let due: [DueRow]
    let details: [InternalDetailContext]
    let judgements: [JudgementRow]
    let escalations: [EscalationRow]
    let checklist: [ChecklistStage]

    static let vocabulary = Vocabulary<Self>([
        .flag("isInternal", "whether the record is hidden from the public") { $0.isInternal },
        .flag("hasRunbooks", "whether an incident is open and there are runbooks") {
            !$0.runbooks.isEmpty
        },
        .list("runbooks", "the runbooks of its severity, then those of its components") {
            $0.runbooks
        },
        .flag("hasDue", "whether an incident is open and something is due") { !$0.due.isEmpty },
        .list(
            "due",
            "what is due for an open incident: first what has a time, in chronological order, then the rest"
        ) { $0.due },
        .flag("hasInternalDetails", "whether the record has details under `internal`") {
            !$0.details.isEmpty
        },
        .list("internalDetails", "the details under `internal`") { $0.details },
        .flag("hasJudgements", "whether the policy has rules for it") { !$0.judgements.isEmpty },
        .list("judgements", "the verdict on each rule of the policy") { $0.judgements },
        .flag("hasEscalations", "whether a step of the escalation ladder was reached") {
            !$0.escalations.isEmpty
        },
        .list("escalations", "the steps that were reached") { $0.escalations },
        .flag("hasChecklist", "whether its severity has checklists") { !$0.checklist.isEmpty },
        .list("checklist", "its checklists, phase by phase") { $0.checklist },
    ])

    /// Makes the parts for a record; `nil` for the public.
    init?(of record: Record, layout: Layout) {
        let site = layout.site
        guard site.isForTeam else { return nil }
        isInternal = record.visibility == .internal
        details = record.internalDetails.map { detail in
            let isTicket = ["ticket", "tickets"].contains(Record.Detail.key(of: detail.label))
            return InternalDetailContext(
                label: layout.words.label(of: detail),
                text: isTicket && detail.prose.html == nil
                    ? site.page.team.html(ofTicket: detail.text, prose: nil) : HTML(detail.prose))
        }
        let compliance = PolicyCompliance(of: record, on: site.page, now: site.now)
        let day = layout.words.zone.day(of: record.begins)
        runbooks = RunbookContext.all(of: record, layout: layout)
        checklist = ChecklistStage.all(of: record, layout: layout)
        due =
            DueNow(of: record, on: site.page, now: site.now)
            .map { DueRow.all(of: $0, layout: layout) } ?? []
        judgements = compliance.judgements.map { JudgementRow($0, known: day, layout: layout) }
        escalations = compliance.escalations.map { EscalationRow($0, known: day, layout: layout) }
    }
}

/// A label and the text that the record has for it under `internal`.
struct InternalDetailContext: TemplateContext {
    let label: String
    let text: HTML

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the label; may be empty") { $0.label },
        .html("text", "its text") { $0.text },
    ])
}

/// The verdict on one rule of the policy.
struct JudgementRow: TemplateContext {
    let rule: String
    let verdict: String
    let isMissed: Bool
    let due: HTML?
    let done: HTML?

    static let vocabulary = Vocabulary<Self>([
        .text("rule", "what the rule requires, for example First update") { $0.rule },
        .text("verdict", "Met, Missed or Open") { $0.verdict },
        .flag("isMissed", "whether it was missed") { $0.isMissed },
        .html("due", "when it was due, with a `<time>`; may be empty") { $0.due },
        .html("done", "when it was done, with a `<time>`; may be empty") { $0.done },
    ])

    init(_ judgement: Judgement, known: Day?, layout: Layout) {
        let words = layout.words
        let silence = (judgement.doneAt ?? layout.site.now) - judgement.startsAt
        let name = words.label(of: judgement.rule)
        rule =
            judgement.rule == .updates
            ? words.text.recordRuleAndLength(duration: words.duration(silence), rule: name) : name
        verdict = words.label(of: judgement.verdict)
        isMissed = judgement.verdict == .missed
        due = judgement.dueAt.map { instant in
            let time = words.element(instant, on: known)
            return judgement.rule == .watch
                ? words.html.recordNotBefore(time: time) : words.html.recordDue(time: time)
        }
        done =
            judgement.doneAt.map { instant in
                let time =
                    judgement.rule == .postMortem
                    ? words.element(words.zone.day(of: instant)) : words.element(instant, on: known)
                return words.html.recordDone(time: time)
            }
    }
}

/// A step of the escalation ladder that was reached.
struct EscalationRow: TemplateContext {
    let to: String
    let due: HTML
    let made: HTML?
    let isLate: Bool
    let contacts: [ContactContext]

    static let vocabulary = Vocabulary<Self>([
        .text("to", "the people to call in") { $0.to },
        .list("contacts", "how to reach each role") { $0.contacts },
        .html("due", "when the step was due, with a `<time>`") { $0.due },
        .html(
            "made",
            "when they were called in according to the record, with a `<time>`, and whether that was late; empty if the record does not say"
        ) { $0.made },
        .flag("isLate", "whether they were called in late, or not at all") { $0.isLate },
    ])

    init(_ step: EscalationStep, known: Day?, layout: Layout) {
        to = step.to
        contacts = ContactContext.reachable(calledIn: step.to, layout: layout)
        due = layout.words.html.recordDue(time: layout.words.element(step.dueAt, on: known))
        made = step.madeAt.map { instant in
            let time = layout.words.element(instant, on: known)
            return step.isLate ? layout.words.html.recordEscalationLate(time: time) : time
        }
        isLate = step.isLate || step.madeAt == nil
    }
}
