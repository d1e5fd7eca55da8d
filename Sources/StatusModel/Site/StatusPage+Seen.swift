extension StatusPage {
    /// The page as the audience may see it at the instant: what lies after it is gone, for that has not
    /// happened, and for the public so is everything internal.
    public func seen(by audience: Audience, at now: Instant) -> StatusPage {
        var page = self
        page.audience = audience
        switch audience {
        case .public:
            page.incidents = incidents.compactMap { $0.seenByPublic(at: now) }
            page.maintenance = maintenance.compactMap { $0.seenByPublic(at: now) }
            page.notices = notices.compactMap { $0.seenByPublic(at: now) }
            page.severities = severities.map(\.seenByPublic)
            page.policyReview = nil
        case .internal:
            page.incidents = incidents.compactMap { $0.happened(by: now) }
            page.maintenance = maintenance.map { $0.happened(by: now) }
            page.notices = notices.filter { $0.from <= now }
        }
        page.forgetPublications(after: zone.day(of: now))
        return page
    }
}

extension Incident {
    func seenByPublic(at now: Instant) -> Incident? {
        guard record.visibility == .public, var incident = happened(by: now) else { return nil }
        incident.record = incident.record.withoutInternals
        return incident
    }

    /// What of it lies before the instant or at it; nothing where it begins later.
    public func happened(by now: Instant) -> Incident? {
        guard startedAt <= now else { return nil }
        var incident = self
        incident.record = record.happened(by: now)
        incident.detectedAt = detectedAt.flatMap { $0 <= now ? $0 : nil }
        incident.acknowledgedAt = acknowledgedAt.flatMap { $0 <= now ? $0 : nil }
        incident.endedAt = endedAt.flatMap { $0 <= now ? $0 : nil }
        return incident
    }
}

extension MaintenanceWindow {
    func seenByPublic(at now: Instant) -> MaintenanceWindow? {
        guard record.visibility == .public else { return nil }
        var window = happened(by: now)
        window.record = window.record.withoutInternals
        return window
    }

    func happened(by now: Instant) -> MaintenanceWindow {
        var window = self
        window.record = record.happened(by: now)
        return window
    }
}

extension Notice {
    func seenByPublic(at now: Instant) -> Notice? {
        guard from <= now, record.visibility == .public else { return nil }
        var notice = self
        notice.record = record.withoutInternals
        return notice
    }
}

private extension StatusPage {
    /// A post-mortem whose day of publication is yet to come is not published.
    mutating func forgetPublications(after today: Day) {
        for place in incidents.indices {
            guard let day = incidents[place].record.postMortem?.publishedOn, day > today else { continue }
            incidents[place].record.postMortem?.publishedOn = nil
        }
    }
}

private extension Record {
    func happened(by now: Instant) -> Record {
        guard updates.contains(where: { $0.at > now }) else { return self }
        var record = self
        record.updates = updates.filter { $0.at <= now }
        return record
    }

    /// The record as anyone may read it.
    var withoutInternals: Record {
        var record = self
        record.removeLinks(to: internalLinks)
        record.internalLinks = []
        record.internalDetails = []
        record.tickedItems = []
        record.hasInternalPostMortem = postMortem?.visibility == .internal
        for (index, update) in updates.enumerated() where !update.escalatedTo.isEmpty {
            record.updates[index].escalatedTo = []
        }
        record.postMortem = postMortem.flatMap { $0.visibility == .public ? $0.withoutInternals : nil }
        return record
    }
}

private extension Severity {
    /// What readers need to know of it. The post-mortem duty stays, for reports count by it what is due.
    var seenByPublic: Severity {
        var severity = Severity(level: level)
        severity.name = name
        severity.definition = definition
        severity.examples = examples
        severity.visibility = visibility
        severity.updateEvery = updateEvery
        severity.hours = hours
        severity.postMortem = postMortem
        return severity
    }
}

private extension PostMortem {
    /// The account without the owners and tickets of its action items.
    var withoutInternals: PostMortem {
        var account = self
        for section in account.sections.indices {
            for item in account.sections[section].actionItems.indices {
                account.sections[section].actionItems[item].owner = nil
                account.sections[section].actionItems[item].ticket = nil
            }
        }
        return account
    }
}
