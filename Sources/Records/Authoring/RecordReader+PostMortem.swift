public import Diagnostics
import StatusModel

extension RecordReader {
    /// Returns the file of a resolved incident with a post-mortem at its end, for its author to complete; all other
    /// bytes stay as they are.
    ///
    /// The result has been read to check that the record is the same, with this post-mortem.
    public func adding(_ draft: PostMortemDraft, to file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        let standing = StandingRecord(self, file)
        guard let assembly = standing.assembly, let record = standing.record, !standing.findings.hasErrors
        else {
            throw .unsound(standing.findings.all)
        }
        if let part = assembly.body.parts.postMortem {
            throw .hasPostMortem(assembly.body.text.location(ofLineAt: part.offset))
        }
        guard record.kind == .incident else { throw .noIncident }
        guard let incident = record.happened(by: assembly.now), !incident.isOpen else { throw .notResolved }
        return try adding(draft, on: incident, to: standing, with: assembly)
    }
}

private extension RecordReader {
    func adding(
        _ draft: PostMortemDraft, on incident: Record, to standing: StandingRecord,
        with assembly: RecordAssembly
    ) throws(AuthoringMistake) -> SourceFile {
        let duty = assembly.severity(of: incident)?.postMortem
        let file = assembly.body.text.file
        var refused: [Diagnostic] = []
        for form in PostMortemDraft.Form.allCases {
            let text = PostMortemText(
                draft: draft, form: form, sections: duty?.sections.nonEmpty ?? PostMortemDraft.sections,
                scheduledAt: duty?.meetingToPropose(
                    after: incident, on: configuration.page, at: assembly.now),
                impact: incident.impactToState(by: configuration.rules, at: assembly.now),
                zone: configuration.page.zone,
                internalLines: configuration.internalLines)
            let lines = (["", ""] + text.lines).joined(separator: file.lineEnd)
            let changed = file.inserting(lines, at: file.endOfText(before: file.bytes.count))
            let result = StandingRecord(self, changed)
            if standing.isFollowed(by: result, with: text) { return changed }
            if refused.isEmpty { refused = result.findings.errors }
        }
        throw refused.isEmpty ? .textMisread : .refused(refused)
    }
}

extension Severity.PostMortemDuty {
    /// Returns the latest good time for the meeting; `nil` if there is no limit or it has passed.
    ///
    /// Nobody meets at night, so the time is a full hour of business hours if one is left, otherwise a full hour of the
    /// daytime, otherwise the last quarter of an hour before the limit, or the limit's minute.
    fileprivate func meetingToPropose(after incident: Record, on page: StatusPage, at now: Instant)
        -> Instant?
    {
        guard let heldWithin, let resolvedAt = incident.resolvedAt else { return nil }
        let limit = resolvedAt + heldWithin
        let hours = [page.businessHours ?? .usual(on: 0...4), .usual(on: 0...6)]
        return hours.lazy.compactMap { $0.lastMeeting(after: now, notAfter: limit, in: page.zone) }.first
            ?? [limit - limit.seconds % 900, limit.droppingSeconds].first { $0 > now }
    }
}

extension BusinessHours {
    /// Returns business hours from nine to five.
    fileprivate static func usual(on weekdays: ClosedRange<Int>) -> BusinessHours {
        BusinessHours(
            weekdays: Set(weekdays), from: TimeOfDay(seconds: 9 * 3_600),
            until: TimeOfDay(seconds: 17 * 3_600))
    }

    /// Returns the last full hour by the zone's clocks that leaves an hour of the business day and is between the
    /// instants, in the week before the limit.
    fileprivate func lastMeeting(after now: Instant, notAfter limit: Instant, in zone: Zone) -> Instant? {
        let last = zone.day(of: limit)
        let hours = stride(from: (until.seconds - 3_600) / 3_600 * 3_600, through: from.seconds, by: -3_600)
        for day in (0..<7).map({ last.advanced(by: -$0) }) where weekdays.contains(day.weekday) {
            for hour in hours {
                let meeting = zone.instants(of: day, at: TimeOfDay(seconds: hour)).last
                if let meeting, meeting > now, meeting <= limit { return meeting }
            }
        }
        return nil
    }
}

extension Record {
    /// Returns the known impact, with how long it lasted if the front matter does not say.
    fileprivate func impactToState(by rules: RulesInForce, at now: Instant) -> [Detail] {
        let stated = self.impact.map(\.asLine)
        let labels = Set(stated.map { Detail.key(of: $0.label) })
        let lengths = IncidentLengths(of: self, by: rules, at: now)?.facts ?? []
        return stated + lengths.filter { !labels.contains(Detail.key(of: $0.label)) }
    }
}

extension StandingRecord {
    /// Whether the other record is this one with the post-mortem added and nothing else changed.
    fileprivate func isFollowed(by other: StandingRecord, with text: PostMortemText) -> Bool {
        guard !other.findings.hasErrors, let postMortem = other.record?.postMortem,
            other.record?.updates == record?.updates, other.record?.summary == record?.summary,
            postMortem.publishedOn == nil, postMortem.visibility == .public,
            postMortem.scheduledAt == text.scheduledAt, postMortem.introduction.isEmpty,
            postMortem.actionItems.isEmpty, postMortem.sections.map(\.title) == text.sections
        else { return false }
        return postMortem.tells(text)
    }
}

extension PostMortem {
    /// Whether its timeline and impact are those of the text, with everything that is internal there also internal here.
    fileprivate func tells(_ text: PostMortemText) -> Bool {
        let entries = sections.first { $0.kind == .timeline }?.timeline ?? []
        let steps = text.has(.timeline) ? text.draft.steps : []
        let facts = text.has(.impact) ? text.listedImpact : []
        guard entries.count == steps.count, impact.count == facts.count else { return false }
        for (entry, step) in zip(entries, steps) {
            guard entry.at == step.at.droppingSeconds, entry.isInternal || !step.isInternal,
                entry.prose.text.hasPrefix(text.words(of: step))
            else { return false }
        }
        for (read, fact) in zip(impact, facts) {
            guard read.label == fact.label, read.isInternal == fact.isInternal,
                read.text.hasPrefix(fact.text)
            else { return false }
        }
        return hides(text)
    }

    /// Whether the public sees less of the Impact section than the team, if a fact in it is internal.
    private func hides(_ text: PostMortemText) -> Bool {
        guard text.has(.impact), text.form != .bare, text.impact.contains(where: \.isInternal) else {
            return true
        }
        return sections.first { $0.kind == .impact }?.publicProse != nil
    }
}

extension [String] {
    fileprivate var nonEmpty: [String]? { isEmpty ? nil : self }
}
