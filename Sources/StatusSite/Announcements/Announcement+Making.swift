import Reliability
public import StatusModel

extension Announcement {
    /// The announcement of an update, or of a record that has none; nothing where the page has no such
    /// record or the record no such update.
    ///
    /// - Parameters:
    ///   - slug: the record's.
    ///   - place: the update's place among the record's, the oldest being 0; the latest where there is none.
    ///   - page: the page as the audience may see it, already cut at `now`.
    public init?(of slug: String, update place: Int? = nil, on page: StatusPage, now: Instant) {
        guard let record = page.filedRecords.first(where: { $0.slug == slug }),
            let said = Said(in: record, place, now: now)
        else { return nil }
        switch record.kind {
        case .incident: self.init(incident: said, on: page)
        case .maintenance: self.init(maintenance: said, on: page)
        case .notice: self.init(notice: said, on: page)
        }
    }
}

extension Announcement {
    /// The announcement of an incident's post-mortem; `nil` if the page has none of it that is published.
    ///
    /// - Parameters:
    ///   - slug: the incident's.
    ///   - page: the page as the audience may see it, already cut at `now`.
    public init?(ofPostMortemOf slug: String, on page: StatusPage, now: Instant) {
        guard let record = page.filedRecords.first(where: { $0.slug == slug }),
            let publishedAt = record.accountPublishedAt(in: page.zone), record.postMortem?.isWritten == true,
            let incident = IncidentFacts(of: record, now: now)
        else { return nil }
        self.init(incident, publishedAt: publishedAt, on: page, now: now)
    }
}

private extension Announcement {
    init(_ incident: IncidentFacts, publishedAt: Instant, on page: StatusPage, now: Instant) {
        let record = incident.record
        let account = record.postMortem
        self.page = page
        kind = .postMortem
        self.record = record
        update = nil
        anchor = "post-mortem"
        at = publishedAt
        phase = incident.phase
        severity = page.rules.severity(incident.severity, at: incident.begins)
        components = incident.timeline.worstStatuses
        startedAt = incident.begins
        endsAt = incident.ends
        detectedAt = record.detectedAt
        acknowledgedAt = record.acknowledgedAt
        self.timeline = Step.steps(of: record, until: now)
        rootCause = record.lastStated { $0.rootCause } ?? account?.firstWords(of: .rootCause)
        fix = record.lastStated { $0.fix } ?? account?.firstWords(of: .resolution)
        postMortem = account
        nextSteps = NextStep.steps(after: record, account: account, duty: nil)
        runbooks = []
    }

    init?(incident said: Said, on page: StatusPage) {
        var record = said.record
        record.until = record.until.flatMap { $0 <= said.at ? $0 : nil }
        guard let incident = IncidentFacts(of: record, now: said.at) else { return nil }
        let isOver = !incident.isOpen && said.update?.keepsPhase != true
        self.page = page
        (self.record, update, anchor, at) = (said.record, said.update, said.anchor, said.at)
        kind = isOver ? .resolution : said.isFirst ? .firstNotice : .update
        phase = incident.phase
        let rank = isOver ? incident.severity : incident.currentSeverity
        severity = page.rules.severity(rank, at: incident.begins)
        components = isOver ? incident.timeline.worstStatuses : incident.timeline.statusesNow
        startedAt = incident.begins
        endsAt = incident.ends
        detectedAt = record.detectedAt.flatMap { $0 <= said.at ? $0 : nil }
        acknowledgedAt = record.acknowledgedAt.flatMap { $0 <= said.at ? $0 : nil }
        self.timeline = Step.steps(of: record, until: said.at)
        let account = record.postMortem
        rootCause = record.lastStated { $0.rootCause } ?? account?.firstWords(of: .rootCause)
        fix =
            record.lastStated { $0.fix }
            ?? (isOver ? account?.firstWords(of: .resolution) : nil)
        postMortem = account.flatMap { $0.isWritten ? $0 : nil }
        // The policy is the team's; the public's page keeps of it what reports are counted by.
        let duty = page.audience == .internal ? severity?.postMortem : nil
        nextSteps = isOver ? NextStep.steps(after: record, account: account, duty: duty) : []
        runbooks = isOver ? [] : page.runbooks(of: incident)
    }

    init(maintenance said: Said, on page: StatusPage) {
        let window = said.record.windowLastSpokenOf(at: said.at)
        self.page = page
        (record, update, anchor, at) = (window, said.update, said.anchor, said.at)
        kind = .maintenance
        phase = said.update?.phase ?? window.phase(at: said.at)
        components = window.components
        (startedAt, endsAt) = (window.begins, window.shownEnd)
        let isOfWindow = window.updates.count > window.occurrence?.sharedUpdates ?? 0
        series = isOfWindow ? nil : said.record.series
        (severity, detectedAt, acknowledgedAt) = (nil, nil, nil)
        (rootCause, fix, postMortem) = (nil, nil, nil)
        (timeline, nextSteps, runbooks) = ([], [], [])
    }

    init(notice said: Said, on page: StatusPage) {
        self.page = page
        (record, update, anchor, at) = (said.record, said.update, said.anchor, said.at)
        kind = .notice
        (startedAt, endsAt) = (said.record.from, said.record.until)
        (phase, severity, detectedAt, acknowledgedAt) = (nil, nil, nil, nil)
        (rootCause, fix) = (nil, nil)
        (components, timeline, postMortem, nextSteps, runbooks) = ([], [], nil, [], [])
    }
}

/// A record as it was when the update was said.
private struct Said {
    let record: Record
    let update: Update?
    let anchor: String?
    let at: Instant

    var isFirst: Bool { record.updates.count <= 1 }

    init?(in record: Record, _ place: Int?, now: Instant) {
        let place = place ?? record.updates.indices.last
        if let place, !record.updates.indices.contains(place) { return nil }
        anchor = place.map { UpdateAnchor.anchors(of: record.updates)[$0] }
        update = place.map { record.updates[$0] }
        at = update?.at ?? now
        var record = record
        // What was learned later is no part of an earlier message.
        if place != record.updates.indices.last { record.postMortem = nil }
        record.updates = place.map { Array(record.updates[...$0]) } ?? []
        self.record = record
    }
}

extension IncidentTimeline {
    /// The affected components with the status that each has now.
    fileprivate var statusesNow: [StatusChange] {
        components.map { component in
            let open = spans.last { $0.component == component && $0.isOpen }
            return StatusChange(component, open?.status ?? .operational)
        }
    }

    /// The affected components with the worst status that each had.
    fileprivate var worstStatuses: [StatusChange] {
        components.map { StatusChange($0, worst(of: $0)) }
    }
}

extension PostMortem {
    /// What it says first: what stands before its sections, else its summary.
    var opening: Prose {
        introduction.isEmpty ? sections.first { $0.kind == .summary }?.prose ?? .empty : introduction
    }

    /// The first words of the section, if there is one.
    fileprivate func firstWords(of kind: Kind) -> String? {
        let text = sections.first { $0.kind == kind }?.prose.text.firstWords(within: 300) ?? ""
        return text.isEmpty ? nil : text
    }
}
