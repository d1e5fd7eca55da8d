import Reliability
import StatusModel

/// A record's facts in words that can be compared across pages, on which components may have other indices and names.
struct RecordFacts: Sendable {
    let record: Record
    let severity: Severity?
    let phase: Phase?
    let beginsAt: Instant
    let endsAt: Instant?
    /// The statuses of components before the first update, such as "API major outage".
    let components: String
    /// The same statuses with the components' ids.
    let effects: String
    /// The other values of its front matter, and its texts.
    let details: Fields
    /// The facts of each update, as a list of words.
    let updates: [[String]]
}

extension RecordFacts {
    /// Returns incidents, then maintenance, then notices, each the newest first.
    static func all(of site: Site) -> [RecordFacts] {
        let records = site.page.filedRecords
        return Record.Kind.allCases.flatMap { kind in records.filter { $0.kind == kind } }
            .map { RecordFacts($0, on: site) }
    }

    private init(_ record: Record, on site: Site) {
        let instants = [
            ("detected", record.detectedAt), ("acknowledged", record.acknowledgedAt),
            ("ended", record.kind == .incident ? record.until : nil),
        ]
        self.record = record
        severity = record.currentSeverity.map { site.page.severities[$0] }
        phase = record.phase(at: site.now)
        beginsAt = record.begins
        endsAt = record.kind == .incident ? nil : record.plannedEnd
        let statuses = record.kind == .maintenance ? record.maintenanceStatuses : record.components
        components = site.phrase(for: statuses)
        effects = site.effects(statuses)
        details =
            instants.compactMap { name, at in at.map { (name, $0.description) } }
            + (record.detectedBy.map { [("detected by", $0.rawValue)] } ?? []) + record.details
        updates = record.updates.map(site.facts)
    }
}

private extension Record {
    /// The fields that all kinds of record have, except updates.
    var details: Fields {
        [
            ("recurs", self.series?.words ?? ""), ("ticket", self.ticket ?? ""),
            ("links", self.links.joined(separator: ", ")),
            ("tags", self.tags.joined(separator: ", ")), ("related", self.related.joined(separator: ", ")),
            ("ids.statuspage", self.ids.statuspage?.text ?? ""),
            ("visibility", self.visibility.rawValue), ("impact", Self.text(of: knownImpact)),
            ("internal", Self.text(of: self.internalDetails)),
            ("checklist", self.tickedItems.joined(separator: ", ")),
            ("escalated", self.escalations.map { "\($0.people) \($0.at)" }.joined(separator: ", ")),
            ("text before the first update", self.summary.text),
            ("post-mortem", self.postMortem?.words ?? ""),
        ]
        .filter { !$0.1.isEmpty }
    }

    private static func text(of details: [Detail]) -> String {
        details.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }.joined(separator: "; ")
    }
}

private extension PostMortem {
    /// Everything in the post-mortem, as one text.
    var words: String {
        let head = [title, publishedOn.map { "published \($0)" } ?? "", introduction.text]
        let parts = sections.map { section in
            let entries = section.timeline.map { "\($0.time) \($0.prose.text)" }
            let items = section.actionItems.map {
                [$0.isDone ? "done" : "open", $0.text, $0.owner, $0.dueOn?.description, $0.ticket]
                    .compactMap { $0 }.joined(separator: ", ")
            }
            return ([section.title, section.prose.text] + entries + items).joined(separator: "\n")
        }
        return (head + parts).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

private extension Site {
    /// Returns a phrase such as "API major outage, Website degraded performance".
    func phrase(for changes: [StatusChange]) -> String {
        words.enumeration(
            changes.map { "\(words.components[$0.component]) \(words.phrase(for: $0.status))" }
        )
    }

    /// Returns a phrase such as "api major outage, web degraded performance".
    func effects(_ changes: [StatusChange]) -> String {
        words.enumeration(
            changes.map {
                let since = $0.since.map { " since \($0)" } ?? ""
                return "\(page.components[$0.component].id) \(words.phrase(for: $0.status))\(since)"
            }
        )
    }

    /// Returns the facts of an update, in words that do not depend on the indices of components.
    func facts(of update: Update) -> [String] {
        let estimate: String? =
            switch update.estimate {
            case .at(let instant): instant.description
            case .words(let text): text
            case nil: nil
            }
        return [
            update.phase.rawValue, update.at.description, update.prose.html(root: ""),
            effects(update.changes), update.nextUpdateAt?.description, estimate,
            update.severity.map { page.severities[$0].level }, update.rootCause, update.fix,
            update.escalatedTo.joined(separator: ", "), update.from?.description, update.until?.description,
        ]
        .map { $0 ?? "" }
    }
}

extension Series {
    /// The rule in words, such as "weekly until 2026-12-31, except 2026-12-20, 2026-11-01 moved to
    /// 2026-11-02T01:00:00Z".
    fileprivate var words: String {
        let moved = windows.filter(\.isMoved).map { "\($0.day) moved to \($0.range.from)" }
        let except =
            exceptions.isEmpty ? [] : ["except \(exceptions.map(\.description).joined(separator: ", "))"]
        return (["\(rule.frequency) until \(rule.lastDay)"] + except + moved).joined(separator: ", ")
    }
}
