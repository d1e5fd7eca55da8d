import StatusModel

extension Announcement {
    /// Whether it is about something that went wrong.
    var isIncident: Bool { kind == .firstNotice || kind == .update || kind == .resolution }

    /// What was said; for a record without updates, what it says before them.
    var prose: Prose { update?.prose ?? record.summary }

    /// Seconds from the beginning of an incident's impact to its end, or to the update where it lasts.
    var duration: Int? { isIncident ? (endsAt ?? at) - startedAt : nil }

    /// When the next update is promised, where one is.
    var nextUpdateAt: Instant? { update?.nextUpdateAt }

    /// When a resolution is expected, by the latest word on it; nothing once it is over.
    var estimate: Update.Estimate? {
        kind == .resolution ? nil : record.updates.reversed().lazy.compactMap(\.estimate).first
    }

    /// The absolute address of the update on its record's page.
    var address: String { address(fragment: anchor) }

    /// The absolute address of the record's page, or of a place on it.
    func address(fragment: String?) -> String {
        page.address(of: "incidents/\(record.slug).html", fragment: fragment)
    }

    /// What only the team may read: the record's own details, and whom this update called in. The public's
    /// page has none of it.
    var internals: [Record.Detail] {
        let called = update?.escalatedTo ?? []
        return record.internalDetails
            + (called.isEmpty
                ? [] : [Record.Detail(label: "escalated to", text: called.joined(separator: ", "))])
    }
}

extension Words {
    /// As in "Detected".
    func label(of event: Announcement.Step.Event) -> String {
        switch event {
        case .began: "Began"
        case .detected: "Detected"
        case .acknowledged: "Acknowledged"
        case .reported(let phase): label(of: phase)
        }
    }

    /// As in "Post-mortem planned for 3 Jan 2026, 10:00 UTC".
    func sentence(on step: Announcement.NextStep) -> String {
        switch step {
        case .postMortem(let instant): return "Post-mortem planned for \(dateAndTime(instant))"
        case .postMortemDue(let instant): return "Post-mortem due by \(dateAndTime(instant))"
        case .measure(let item):
            let due = item.dueOn.map { "due \(date($0))" }
            let details = [item.owner, due, item.ticket].compactMap { $0 }
            return item.text + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        }
    }
}
