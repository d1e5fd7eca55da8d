import Diagnostics
import Reliability
import StatusModel

/// The state of a site for a person at a terminal.
struct CurrentStateText {
    private(set) var lines: [String] = []
    private let state: CurrentState

    init(_ state: CurrentState) {
        self.state = state
        add("\(page.title): \(state.site.history.pageStatus.description)")
        add("at \(words.dateAndTime(state.site.now))")
        addComponents()
        addMostPressing()
        for incident in state.incidents { add(incident) }
        addOwed()
        addMaintenance()
        lines.append("")
        add("next scheduled change to the pages: \(time(state.nextChange.at))")
    }
}

private extension CurrentStateText {
    var words: Localizer { state.site.words }
    var page: StatusPage { state.site.page }

    /// Adds a line; text of records cannot move the cursor.
    mutating func add(_ line: String, indent: Int = 0) {
        lines.append(String(repeating: " ", count: indent) + printable(line))
    }

    mutating func addComponents() {
        let (count, affected) = (state.site.currentComponents.count, state.affected)
        guard count > 0 else { return }
        lines.append("")
        add("\(count - affected.count) of \(count) component\(count == 1 ? "" : "s") operational")
        for change in affected {
            let since = change.since.map { " since \(time($0)), \(age($0))" } ?? ""
            add(
                "\(words.components[change.component]): \(words.phrase(for: change.status))\(since)",
                indent: 2
            )
        }
    }

    mutating func add(_ open: OpenIncidentState) {
        lines.append("")
        add("open incident: \(open.record.title) (\(open.record.id))")
        let (phase, start) = (words.label(of: open.incident.phase), open.incident.begins)
        add(
            "\(words.levelAndName(of: open.severity)); \(phase); since \(time(start)), \(age(start))",
            indent: 2)
        if !open.effects.isEmpty { add(list(open.effects), indent: 2) }
        if let latest = open.record.updates.last {
            add("\(time(latest.at)): \(words.line(of: latest.prose, within: 300))", indent: 2)
        } else {
            add("no update yet", indent: 2)
        }
        addRunbooks(of: open)
        guard let due = open.due else {
            if let next = open.nextUpdate {
                let source = next.reason == .promise ? "promised for" : "due by policy at"
                add(sentence("next update \(source)", next.at), indent: 2)
            }
            return
        }
        add(due)
        for call in open.record.allEscalations {
            add("escalated to \(call.people) at \(time(call.at))", indent: 2)
        }
    }

    mutating func addRunbooks(of open: OpenIncidentState) {
        for runbook in open.runbooks {
            add("runbook for \(words.name(of: runbook, on: page)): \(runbook.url)", indent: 2)
        }
    }

    /// Adds the most urgent step of each of several incidents, so that readers can see where to begin.
    mutating func addMostPressing() {
        let rows = state.incidents.compactMap { open -> (delay: String, what: String)? in
            let steps = open.due?.steps ?? []
            guard let first = steps.first else { return nil }
            let late = steps.dropFirst().count { $0.isLate(at: state.site.now) }
            let more = late > 0 ? ", and \(late) more" : ""
            return (delay(of: first.at), "\(open.record.title): \(demand(of: first))\(more)")
        }
        guard rows.count > 1 else { return }
        lines.append("")
        add("most urgent for each incident")
        add(rows)
    }

    mutating func addOwed() {
        let owed = state.owed
        guard !owed.isEmpty else { return }
        lines.append("")
        add("still to do for past incidents")
        add(owed.map { (delay(of: $0.what.dueAt), "\($0.record.title): \(demand(of: $0.what))") })
    }

    mutating func add(_ due: DueNow) {
        let today = words.zone.day(of: state.site.now)
        add(
            due.steps.map { step in
                let time = words.time(step.at, on: today)
                return (delay(of: step.at), "\(demand(of: step))\(contacts(of: step)) (\(time))")
            })
        for step in due.conditionalEscalations {
            guard let event = step.event else { continue }
            let ways = contacts(calledIn: step.to)
            add(
                "when \(event): escalate to \(step.to)\(ways.isEmpty ? "" : " (\(ways))")", indent: 2)
        }
        if let instant = due.acknowledgedAt {
            add("acknowledged at \(time(instant))", indent: 2)
        } else if !due.limits.contains(where: { $0.rule == .acknowledge }) {
            add("not acknowledged", indent: 2)
        }
        for line in ChecklistText(due.checklist).lines { add(line, indent: 2) }
    }

    /// Adds rows of two columns.
    mutating func add(_ rows: [(delay: String, what: String)]) {
        let width = rows.map(\.delay.count).max() ?? 0
        for row in rows {
            let blanks = String(repeating: " ", count: width - row.delay.count)
            add("\(row.delay)\(blanks)  \(row.what)", indent: 2)
        }
    }

    mutating func addMaintenance() {
        let (running, next) = (state.site.runningMaintenance, state.site.plannedMaintenance.first)
        if !running.isEmpty || next != nil { lines.append("") }
        for window in running {
            let end = window.plannedEnd ?? window.begins
            let lasts = state.site.now < end ? "until \(time(end))" : "was scheduled to end at \(time(end))"
            add("maintenance in progress: \(window.title) (\(window.id)), \(lasts)")
        }
        if let next {
            let span = words.span(from: next.begins, to: next.shownEnd)
            add("next maintenance: \(next.title) (\(next.id)), \(span)")
        }
    }

    func sentence(_ what: String, _ instant: Instant) -> String {
        let late = state.site.now - instant
        return "\(what) \(time(instant))"
            + (late > 0 ? ": overdue by \(words.plainDuration(late))" : ", in \(words.plainDuration(-late))")
    }

    /// Returns a delay such as "overdue 23 min" or "in 12 min".
    func delay(of dueAt: Instant) -> String {
        let late = state.site.now - dueAt
        guard late != 0 else { return "now" }
        return late > 0 ? "overdue \(words.plainDuration(late))" : "in \(words.plainDuration(-late))"
    }

    func demand(of step: DueNow.Step) -> String {
        switch step.what {
        case .update: "next update"
        case .limit(let rule): rule.demand
        case .escalation(let people): "escalate to \(people)"
        }
    }

    /// Returns the contacts of a step, such as ": @cto", or ": CTO @cto, CEO @ceo" if it calls in several.
    func contacts(of step: DueNow.Step) -> String {
        guard case .escalation(let people) = step.what else { return "" }
        let ways = contacts(calledIn: people)
        return ways.isEmpty ? "" : ": " + ways
    }

    /// Returns contacts such as "@cto", or "CTO @cto, CEO @ceo" if a step calls in several; empty if none is known.
    func contacts(calledIn people: String) -> String {
        page.team.roles(calledIn: people).compactMap { role in
            role.contact.map { contact in
                role.isNamed(by: people) ? contact.text : "\(role.name) \(contact.text)"
            }
        }
        .joined(separator: ", ")
    }

    /// Returns what has to be done, and by when.
    func demand(of owed: OwedAfterwards) -> String {
        switch owed.what {
        case .postMortem(let rule): return "\(rule.demand) (\(time(owed.dueAt)))"
        case .checklist(let stage, let items):
            let open = items.map { "\($0.number). \($0.prose.text)" }.joined(separator: "; ")
            return "checklist, \(stage.rawValue): \(open) (\(time(owed.dueAt)))"
        case .actionItem(let item):
            let owner = item.owner.map { ", \($0)" } ?? ""
            return "action item: \(item.text)\(owner) (\(item.dueOn.map(words.date) ?? ""))"
        }
    }

    func list(_ effects: [StatusChange]) -> String {
        words.list(
            effects.map {
                words.text.statusOfComponent(
                    component: words.components[$0.component],
                    status: words.phrase(for: $0.status)
                )
            }
        )
    }

    func time(_ instant: Instant) -> String { words.dateAndTime(instant, asOf: state.site.now) }

    func age(_ instant: Instant) -> String { words.plainDuration(state.site.now - instant) }
}

extension Judgement.Rule {
    /// The action that the rule requires.
    fileprivate var demand: String {
        switch self {
        case .acknowledge: "acknowledge"
        case .firstUpdate: "first update"
        case .identify: "find the cause"
        case .restore: "restore service"
        case .resolve: "resolve"
        case .watch: "watch"
        case .updates, .promise: "next update"
        case .postMortemHeld: "post-mortem meeting"
        case .postMortem: "post-mortem"
        }
    }
}
