extension StatusPage {
    /// The page as the audience may see it at the instant: what lies after it is gone, for that has not
    /// happened, and for the public so is everything internal.
    public func seen(by audience: Audience, at now: Instant) -> StatusPage {
        happened(by: now).shown(to: audience)
    }

    /// What of it lies before the instant or at it. Maintenance to come is announced, and stays.
    private func happened(by now: Instant) -> StatusPage {
        var page = self
        page.records = records.compactMap { $0.happened(by: now) }
        // Maintenance whose beginning still lies ahead begins when it was announced to.
        page.sortRecords()
        page.forgetPublications(after: zone.day(of: now))
        return page
    }

    /// The page as the audience may see it, whenever: the one wall that nothing internal passes.
    func shown(to audience: Audience) -> StatusPage {
        var page = self
        page.audience = audience
        guard audience == .public else { return page }
        page.records = records.compactMap { $0.shownToPublic }
        let met = Set(
            page.records.flatMap { ([$0.severity] + $0.updates.map { $0.severity }).compactMap { $0 } }
        )
        for rank in severities.indices {
            let isMet = severities[rank].visibility == .public || met.contains(rank)
            let cut = { (severity: Severity) in isMet ? severity.shownToPublic : severity.unmet }
            page.severities[rank] = cut(severities[rank])
            if let former = formerRules.severities[rank] {
                page.formerRules.severities[rank] = former.map(cut)
            }
        }
        page.policyReview = nil
        page.team = Team()
        for index in page.components.indices where !page.components[index].runbooks.isEmpty {
            page.components[index].runbooks = []
        }
        page.internalImpact = nil
        page.texts = []
        page.alerts = []
        page.alertedIncidents = []
        return page
    }

    /// A post-mortem whose day of publication is yet to come is not published.
    private mutating func forgetPublications(after today: Day) {
        for place in records.indices {
            guard let day = records[place].postMortem?.publishedOn, day > today else { continue }
            records[place].postMortem?.publishedOn = nil
        }
    }
}

extension Record {
    /// What of it lies before the instant or at it; `nil` if it begins later and was not announced, as maintenance is.
    public func happened(by now: Instant) -> Record? {
        guard self.kind == .maintenance || self.from <= now else { return nil }
        var record = withoutUpdates(after: now)
        record.forgetUnwrittenAccount()
        guard self.kind == .incident else { return record }
        if let detectedAt = self.detectedAt, detectedAt > now {
            record.detectedAt = nil
            record.detectedBy = nil
        }
        if let acknowledgedAt = self.acknowledgedAt, acknowledgedAt > now { record.acknowledgedAt = nil }
        if self.escalations.contains(where: { $0.at > now }) {
            record.escalations.removeAll { $0.at > now }
        }
        if let until = self.until, until > now { record.until = nil }
        return record
    }

    /// A post-mortem that says nothing is not published, and none at all unless it says when it is to be held or that
    /// it is internal.
    private mutating func forgetUnwrittenAccount() {
        guard let account = self.postMortem, !account.isWritten else { return }
        if account.scheduledAt == nil, account.visibility == .public {
            self.postMortem = nil
        } else if account.publishedOn != nil {
            self.postMortem?.publishedOn = nil
        }
    }

    func withoutUpdates(after now: Instant) -> Record {
        guard self.updates.contains(where: { $0.at > now }) else { return self }
        var record = self
        record.updates = self.updates.filter { $0.at <= now }
        return record
    }

    /// The record as the audience may read it; `nil` if it may not.
    public func shown(to audience: Audience) -> Record? { audience == .internal ? self : shownToPublic }

    /// The record as anyone may read it; `nil` if nobody may, or not before an update that is still to come.
    public var shownToPublic: Record? {
        guard self.visibility == .public else { return nil }
        var record = self
        if let first = self.firstPublicUpdate {
            guard first < self.updates.count else { return nil }
            record.summary = .empty
            record.updates = Array(self.updates[first...])
            record.untoldUpdates = self.updates[..<first].map { $0.withoutWords }
            record.severity = record.updates.first?.severity ?? self.severity
            record.firstPublicUpdate = nil
        }
        record.removeInternals()
        return record
    }

    private mutating func removeInternals() {
        removeLinks(to: self.internalLinks)
        self.internalLinks = []
        self.internalDetails = []
        self.ticketProse = nil
        self.tickedItems = []
        self.escalations = []
        self.impact.removeAll(where: \.isInternal)
        for place in self.updates.indices where !self.updates[place].escalatedTo.isEmpty {
            self.updates[place].escalatedTo = []
        }
        guard let account = self.postMortem else { return }
        self.postMortem = account.shownToPublic
        // One of which all is for the team is internal, whatever its lines say.
        self.hasInternalPostMortem =
            account.visibility == .internal || account.publishedOn != nil && self.postMortem == nil
    }
}

extension Update {
    /// What it did to components, and nothing of what it said.
    fileprivate var withoutWords: Update {
        var update = Update(phase: self.phase, at: self.at, keepsPhase: self.keepsPhase)
        update.changes = self.changes
        return update
    }
}

extension Severity {
    /// What is left of an internal level that no incident here has had: its place among the others.
    fileprivate var unmet: Severity {
        var severity = Severity(level: level)
        severity.visibility = visibility
        severity.until = until
        return severity
    }

    /// What readers need to know of it. The post-mortem duty stays, for reports count by it what is due.
    fileprivate var shownToPublic: Severity {
        var severity = Severity(level: level)
        severity.name = name
        severity.definition = definition
        severity.examples = examples
        severity.visibility = visibility
        severity.until = until
        severity.updateEvery = updateEvery
        severity.hours = hours
        severity.postMortem = postMortem.map {
            PostMortemDuty(isRequired: $0.isRequired, within: $0.within)
        }
        return severity
    }
}

extension PostMortem {
    /// The account as anyone may read it, without owners, tickets and lines for the team; `nil` until it is
    /// published, and if nothing is left of it.
    fileprivate var shownToPublic: PostMortem? {
        guard visibility == .public, publishedOn != nil else { return nil }
        var account = self
        account.introduction = publicIntroduction ?? introduction
        account.publicIntroduction = nil
        account.impact.removeAll(where: \.isInternal)
        account.sections = sections.compactMap(\.shownToPublic)
        return account.isWritten ? account : nil
    }
}

extension PostMortem.Section {
    /// The section as anyone may read it; `nil` if nothing is left of it.
    fileprivate var shownToPublic: PostMortem.Section? {
        guard !isInternal else { return nil }
        var section = self
        section.prose = publicProse ?? prose
        section.publicProse = nil
        section.timeline.removeAll(where: \.isInternal)
        section.actionItems = actionItems.filter { !$0.isInternal }.map { item in
            ActionItem(text: item.text, isDone: item.isDone, dueOn: item.dueOn)
        }
        return isEmpty || !section.isEmpty ? section : nil
    }
}
