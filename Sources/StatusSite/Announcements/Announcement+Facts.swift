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

    /// The components that messages list, with their statuses; none if maintenance never ran.
    var listedComponents: [StatusChange] { record.neverRan ? [] : components }

    /// The components whose subscribers get the messages: also those that the update removes, or whose maintenance never
    /// ran.
    var concernedComponents: [Component.Index] {
        (components + (update?.changes ?? [])).map(\.component)
    }

    /// The text of the update; if the record begins without an update, the text before its updates.
    var prose: Prose {
        switch news?.event {
        case .postMortem: record.postMortem?.opening ?? .empty
        case .update: update?.prose ?? .empty
        case .ends: .empty
        case .begins, nil: record.summary
        }
    }

    /// The seconds from the start of an incident's impact to its end, or to the update if it has not ended.
    var duration: Int? { isIncident ? (endsAt ?? at) - startedAt : nil }

    /// When the next update is promised; `nil` if the record is over by then.
    var nextUpdateAt: Instant? { phase?.isFinal == true ? nil : update?.nextUpdateAt }

    /// When a resolution is expected, by the latest estimate; `nil` once it is over.
    var estimate: Update.Estimate? {
        kind == .resolution || kind == .postMortem
            ? nil : record.lastStated { $0.estimate }
    }

    /// When it ended; `nil` while it continues, and if it only has a planned end.
    var endedAt: Instant? { isIncident ? endsAt : endsAt.flatMap { $0 <= at ? $0 : nil } }

    /// The absolute address of the update on its record's page; `nil` if the public cannot read it.
    var address: String? { address(fragment: anchor) }

    /// The absolute address of the post-mortem on its record's page; `nil` if there is none yet.
    var postMortemAddress: String? { postMortem == nil ? nil : address(fragment: "post-mortem") }

    /// Returns the absolute address of the record's page, or of a place on it; `nil` if the page is not published, such
    /// as that of an internal record.
    func address(fragment: String?) -> String? {
        guard record.shownToPublic != nil else { return nil }
        return page.address(of: record.pagePath, fragment: fragment)
    }

    /// The facts that only the team may read, of which the public's page has none.
    var internals: [Internal] {
        let called = update?.escalatedTo ?? []
        return record.internalDetails.map { .detail($0) } + (called.isEmpty ? [] : [.escalation(called)])
    }
}
