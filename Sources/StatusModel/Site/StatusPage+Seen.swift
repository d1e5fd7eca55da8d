extension StatusPage {
    /// Returns the page as the audience may see it at the instant: without what is later and, for the public, without
    /// everything internal.
    public func seen(by audience: Audience, at now: Instant) -> StatusPage {
        happened(by: now).shown(to: audience)
    }

    /// Returns the page without what is later than the instant.
    ///
    /// Maintenance that is announced stays.
    private func happened(by now: Instant) -> StatusPage {
        var page = self
        page.records = records.compactMap { $0.happened(by: now) }
        page.recurring = page.records.filter { $0.series != nil }
        if !page.recurring.isEmpty {
            page.records = page.records.flatMap { $0.series == nil ? [$0] : $0.windows(shownAt: now) }
        }
        // Maintenance that has not begun is ordered by its announced start.
        page.sortRecords()
        page.forgetPublications(after: zone.day(of: now))
        return page
    }

    /// Returns the page as the audience may see it, at any time.
    ///
    /// This is the only place that keeps internal content from the public.
    func shown(to audience: Audience) -> StatusPage {
        var page = self
        page.audience = audience
        guard audience == .public else { return page }
        page.records = records.compactMap { $0.shownToPublic }
        page.recurring = recurring.compactMap { $0.shownToPublic }
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

    /// Unsets the publication of post-mortems whose day of publication is in the future.
    private mutating func forgetPublications(after today: Day) {
        for place in records.indices { records[place].forgetPublication(after: today) }
        for place in recurring.indices { recurring[place].forgetPublication(after: today) }
    }
}

extension Record {
    /// Returns the record without what is later than the instant, or `nil` if it begins later and is not maintenance,
    /// which is announced.
    public func happened(by now: Instant) -> Record? {
        guard self.kind == .maintenance || self.from <= now else { return nil }
        var record = withoutUpdates(after: now)
        record.forgetUnwrittenPostMortem()
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

    /// Unsets the publication of a post-mortem that says nothing, and removes it unless it says when its meeting is or
    /// that it is internal.
    private mutating func forgetUnwrittenPostMortem() {
        guard let postMortem = self.postMortem, !postMortem.isWritten else { return }
        if postMortem.scheduledAt == nil, postMortem.visibility == .public {
            self.postMortem = nil
        } else if postMortem.publishedOn != nil {
            self.postMortem?.publishedOn = nil
        }
    }

    fileprivate mutating func forgetPublication(after today: Day) {
        if let day = self.postMortem?.publishedOn, day > today { self.postMortem?.publishedOn = nil }
    }

    func withoutUpdates(after now: Instant) -> Record {
        guard self.updates.contains(where: { $0.at > now }) else { return self }
        var record = self
        record.updates = self.updates.filter { $0.at <= now }
        return record
    }

    /// Returns the record as the audience may read it, or `nil` if it may not.
    public func shown(to audience: Audience) -> Record? { audience == .internal ? self : shownToPublic }

    /// The record as everyone may read it; `nil` if not everyone may, or not before an update that is yet to come.
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
        guard let postMortem = self.postMortem else { return }
        self.postMortem = postMortem.shownToPublic
        // A post-mortem that only has content for the team is internal, even if its front lines do not say so.
        self.hasInternalPostMortem =
            postMortem.visibility == .internal || postMortem.publishedOn != nil && self.postMortem == nil
    }
}

extension Update {
    /// The update's effect on components, without its text.
    fileprivate var withoutWords: Update {
        var update = Update(phase: self.phase, at: self.at, keepsPhase: self.keepsPhase)
        update.changes = self.changes
        return update
    }
}

extension Severity {
    /// An internal severity that no visible incident has had: only its level and its place among the others remain.
    fileprivate var unmet: Severity {
        var severity = Severity(level: level)
        severity.visibility = visibility
        severity.until = until
        return severity
    }

    /// The parts of the severity that readers need to know.
    ///
    /// The post-mortem duty stays, because reports count by it what is due.
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
    /// The post-mortem as everyone may read it, without owners, tickets and lines for the team; `nil` until it is
    /// published, or if nothing of it is left.
    fileprivate var shownToPublic: PostMortem? {
        guard visibility == .public, publishedOn != nil else { return nil }
        var postMortem = self
        postMortem.introduction = publicIntroduction ?? introduction
        postMortem.publicIntroduction = nil
        postMortem.impact.removeAll(where: \.isInternal)
        postMortem.sections = sections.compactMap(\.shownToPublic)
        return postMortem.isWritten ? postMortem : nil
    }
}

extension PostMortem.Section {
    /// The section as everyone may read it; `nil` if nothing of it is left.
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
