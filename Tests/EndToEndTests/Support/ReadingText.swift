import Reliability
import StatusModel

@testable import Records

/// What a record means, in the words of the format's examples: a `key: value` a line, an update's own
/// lines indented below it.
struct ReadingText {
    private(set) var lines: [String] = []
    private let page: StatusPage
    private let now: Instant

    /// The one record of the page.
    init(of page: StatusPage, now: Instant) {
        (self.page, self.now) = (page, now)
        for record in page.records {
            switch record.kind {
            case .incident: if let facts = IncidentFacts(of: record, now: now) { add(facts) }
            case .maintenance: add(maintenance: record)
            case .notice:
                lines.append("from: \(record.from)")
                if let until = record.until { lines.append("until: \(until)") }
            }
            add(record)
        }
    }

    /// The lines whose keys the example lists, so that each lists only what it is about.
    func lines(about expected: [String]) -> [String] {
        let keys = Set(expected.filter { !$0.hasPrefix(" ") }.map(Self.key))
        var isWithin = false
        return Self.byKey(
            lines.filter { line in
                if !line.hasPrefix(" ") { isWithin = keys.contains(Self.key(line)) }
                return isWithin
            }
        )
    }

    /// The lines by key: those of one key keep their order, each followed by what is indented below it.
    static func byKey(_ lines: [String]) -> [String] {
        var blocks: [[String]] = []
        for line in lines {
            if line.hasPrefix(" "), !blocks.isEmpty {
                blocks[blocks.count - 1].append(line)
            } else {
                blocks.append([line])
            }
        }
        return blocks.enumerated()
            .sorted { (key($0.element[0]), $0.offset) < (key($1.element[0]), $1.offset) }
            .flatMap(\.element)
    }

    private static func key(_ line: String) -> String { String(line.prefix { $0 != ":" }) }
}

private extension ReadingText {
    mutating func add(_ facts: IncidentFacts) {
        let (incident, timeline) = (facts.record, facts.timeline)
        lines.append("severity: \(page.severities[facts.severity].level)")
        lines.append("phase: \(facts.phase.rawValue)")
        lines.append("started: \(facts.begins)")
        let instants = [
            ("detected", incident.detectedAt), ("acknowledged", incident.acknowledgedAt),
            ("ended", incident.until),
            ("resolved", incident.resolvedAt), ("restored", timeline.restoredAt),
        ]
        for (key, instant) in instants { if let instant { lines.append("\(key): \(instant)") } }
        if let detector = incident.detectedBy { lines.append("detected by: \(detector.rawValue)") }
        lines.append("components: \(text(of: incident.components))")
        for span in timeline.spans {
            lines.append(
                "span: \(page.components[span.component].id) \(span.status.name) \(span.range.from) \(span.range.to)"
            )
        }
    }

    mutating func add(maintenance window: Record) {
        if let day = window.seriesWindow?.day {
            let phase = window.phase(at: now)?.rawValue ?? ""
            lines.append("window: \(day) \(phase) \(window.begins) \(window.plannedEnd ?? window.begins)")
        }
        lines.append("phase: \(window.phase(at: now)?.rawValue ?? "")")
        lines += [
            "from: \(window.from)", "until: \(window.until?.description ?? "")",
            "components: \(text(of: window.components))",
        ]
        for change in window.components
        where change.status != .operational && window.phase(at: now) != .scheduled {
            let end = window.closesAt ?? now
            guard end > window.begins else { continue }
            lines.append(
                "span: \(page.components[change.component].id) \(change.status.name) \(window.begins) \(end)"
            )
        }
    }

    mutating func add(_ record: Record) {
        for update in record.updates { add(update) }
        if !record.summary.isEmpty { lines.append("summary: \(quoted(record.summary.text))") }
        lines.append("visibility: \(record.visibility.rawValue)")
        lines += record.knownImpact.map {
            "impact: \($0.label) \(quoted($0.text))" + ($0.isInternal ? " internal" : "")
        }
        lines += record.internalDetails.map { "internal: \($0.label) \(quoted($0.text))" }
        lines += record.tickedItems.map { "ticked: \(quoted($0))" }
        lines += record.escalations.map { "escalated: \(quoted($0.people)) \($0.at)" }
        if let ticket = record.ticket { lines.append("ticket: \(ticket)") }
        let lists = [("links", record.links), ("tags", record.tags), ("aliases", record.aliases)]
        for (key, values) in lists where !values.isEmpty {
            lines.append("\(key): \(values.joined(separator: ", "))")
        }
        if let postMortem = record.postMortem { add(postMortem) }
    }

    mutating func add(_ update: Update) {
        lines.append("update: \(update.at) \(update.phase.rawValue) \(quoted(update.prose.text))")
        if !update.changes.isEmpty { lines.append("  components: \(text(of: update.changes))") }
        if let severity = update.severity { lines.append("  severity: \(page.severities[severity].level)") }
        if let cause = update.rootCause { lines.append("  root cause: \(cause)") }
        if let fix = update.fix { lines.append("  fix: \(fix)") }
        if !update.escalatedTo.isEmpty {
            lines.append("  escalated: \(update.escalatedTo.joined(separator: ", "))")
        }
        switch update.estimate {
        case .at(let instant): lines.append("  eta: \(instant)")
        case .words(let words): lines.append("  eta: \(words)")
        case nil: break
        }
        if let next = update.nextUpdateAt { lines.append("  next update: \(next)") }
        if let from = update.from { lines.append("  from: \(from)") }
        if let until = update.until { lines.append("  until: \(until)") }
    }

    mutating func add(_ postMortem: PostMortem) {
        lines.append("post-mortem: \(quoted(postMortem.title))")
        if let day = postMortem.publishedOn { lines.append("published: \(day)") }
        if let instant = postMortem.scheduledAt { lines.append("scheduled: \(instant)") }
        lines.append("post-mortem visibility: \(postMortem.visibility.rawValue)")
        for section in postMortem.sections {
            lines.append("section: \(words(of: section.kind)) \(quoted(section.title))")
            lines += section.timeline.map { "timeline: \(quoted($0.time)) \(quoted($0.prose.text))" }
            lines += section.actionItems.map(text)
        }
    }

    func text(of item: ActionItem) -> String {
        var text = "action: \(item.isDone ? "done" : "open") \(quoted(item.text))"
        if let owner = item.owner { text += " owner \(quoted(owner))" }
        if let due = item.dueOn { text += " due \(due)" }
        if let ticket = item.ticket { text += " ticket \(quoted(ticket))" }
        return text
    }

    func text(of changes: [StatusChange]) -> String {
        changes.map { change in
            "\(page.components[change.component].id) \(change.status.name)"
                + (change.since.map { " since \($0)" } ?? "")
        }
        .joined(separator: ", ")
    }

    func words(of kind: PostMortem.Kind) -> String {
        kind.rawValue.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
    }

    func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n") + "\""
    }
}
