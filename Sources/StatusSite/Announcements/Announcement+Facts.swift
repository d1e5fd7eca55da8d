import StatusModel

extension Announcement {
    /// Whether it is about something that went wrong.
    var isIncident: Bool {
        switch kind {
        case .firstNotice, .update, .resolution, .postMortem: true
        case .maintenance, .notice: false
        }
    }

    /// Whether it is about an incident that is not over.
    var isOngoing: Bool { kind == .firstNotice || kind == .update }

    /// What was said; for a record without updates, what it says before them.
    var prose: Prose {
        kind == .postMortem ? record.postMortem?.opening ?? .empty : update?.prose ?? record.summary
    }

    /// Seconds from the beginning of an incident's impact to its end, or to the update where it lasts.
    var duration: Int? { isIncident ? (endsAt ?? at) - startedAt : nil }

    /// When the next update is promised, where one is.
    var nextUpdateAt: Instant? { update?.nextUpdateAt }

    /// When a resolution is expected, by the latest word on it; nothing once it is over.
    var estimate: Update.Estimate? {
        kind == .resolution || kind == .postMortem
            ? nil : record.lastStated { $0.estimate }
    }

    /// The absolute address of the update on its record's page.
    var address: String { address(fragment: anchor) }

    /// The absolute address of the record's page, or of a place on it.
    func address(fragment: String?) -> String {
        page.address(of: record.pagePath, fragment: fragment)
    }

    /// What only the team may read. The public's page has none of it.
    var internals: [Internal] {
        let called = update?.escalatedTo ?? []
        return record.internalDetails.map { .detail($0) } + (called.isEmpty ? [] : [.escalation(called)])
    }
}
