import Reliability
public import StatusModel

extension Announcement {
    /// Makes the announcement of an update, or of a record without updates; `nil` if the page has no such record, or
    /// the record no such update.
    ///
    /// - Parameters:
    ///   - slug: the record's slug.
    ///   - place: the index of the update, with 0 for the oldest; `nil` for the latest.
    ///   - page: the page as the audience may see it, already cut at `now`.
    public init?(of slug: String, update place: Int? = nil, on page: StatusPage, now: Instant) {
        guard let filed = page.filedRecords.first(where: { $0.slug == slug }) else { return nil }
        let filedPlace = place ?? filed.updates.indices.last
        if let filedPlace, !filed.updates.indices.contains(filedPlace) { return nil }
        let (record, place) =
            filedPlace.map { filed.telling(update: $0) } ?? (page.nextWindow(of: filed, at: now), nil)
        let news = record.news(by: now, in: page.zone)
        let item = place.map { place in news.first { $0.event == .update(place) } } ?? news.last
        if place != nil, item == nil { return nil }
        self.init(Said(item, in: record, now: now), on: page)
    }

    /// Makes the announcement of a record's latest news, or of a record that has not begun; `nil` if the page has no
    /// such record.
    ///
    /// A post-mortem is ignored, because it does not describe the current state.
    ///
    /// - Parameters:
    ///   - slug: the record's slug.
    ///   - page: the page as the audience may see it, already cut at `now`.
    public init?(ofLatestStateOf slug: String, on page: StatusPage, now: Instant) {
        guard let filed = page.filedRecords.first(where: { $0.slug == slug }) else { return nil }
        // For a series, the window with the latest news; if several windows share that news, the first of them.
        let windows = filed.series == nil ? [filed] : page.records.reversed().filter { $0.path == filed.path }
        let latest = windows.compactMap { window in
            window.news(by: now, in: page.zone).last { $0.event != .postMortem }.map { (window, $0) }
        }
        .reduce(nil) { latest, other in latest.map { $0.1.at < other.1.at ? other : $0 } ?? other }
        guard let (record, news) = latest else {
            self.init(Said(nil, in: page.nextWindow(of: filed, at: now), now: now), on: page)
            return
        }
        self.init(news, of: record, on: page, now: now)
    }

    /// Makes the announcement of news.
    ///
    /// - Parameters:
    ///   - news: news of the record.
    ///   - record: a record of the page.
    ///   - page: the page as the audience may see it, already cut at `now`.
    public init?(_ news: News, of record: Record, on page: StatusPage, now: Instant) {
        guard news.event == .postMortem else {
            self.init(Said(news, in: record, now: now), on: page)
            return
        }
        guard let incident = IncidentFacts(of: record, now: now) else { return nil }
        self.init(incident, news: news, on: page, now: now)
    }
}

private extension Announcement {
    init?(_ said: Said, on page: StatusPage) {
        switch said.record.kind {
        case .incident: self.init(incident: said, on: page)
        case .maintenance: self.init(maintenance: said, on: page)
        case .notice: self.init(notice: said, on: page)
        }
    }

    init(_ incident: IncidentFacts, news: News, on page: StatusPage, now: Instant) {
        let record = incident.record
        let postMortem = record.postMortem
        self.page = page
        kind = .postMortem
        self.record = record
        update = nil
        self.news = news
        anchor = news.fragment(in: record)
        at = news.at
        phase = incident.phase
        severity = page.rules.severity(incident.severity, at: incident.begins)
        components = incident.timeline.worstStatuses
        startedAt = incident.begins
        endsAt = incident.ends
        detectedAt = record.detectedAt
        acknowledgedAt = record.acknowledgedAt
        self.timeline = Step.steps(of: record, until: now)
        rootCause = record.lastStated { $0.rootCause } ?? postMortem?.firstWords(of: .rootCause)
        fix = record.lastStated { $0.fix } ?? postMortem?.firstWords(of: .resolution)
        self.postMortem = postMortem
        nextSteps = NextStep.steps(after: record, postMortem: postMortem, duty: nil)
        runbooks = []
    }

    init?(incident said: Said, on page: StatusPage) {
        let record = said.record
        guard let incident = IncidentFacts(of: record, now: said.at) else { return nil }
        let isOver = !incident.isOpen && said.update?.keepsPhase != true
        self.page = page
        (self.record, update, news, anchor, at) = (record, said.update, said.news, said.anchor, said.at)
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
        let postMortem = record.postMortem
        rootCause = record.lastStated { $0.rootCause } ?? postMortem?.firstWords(of: .rootCause)
        fix =
            record.lastStated { $0.fix }
            ?? (isOver ? postMortem?.firstWords(of: .resolution) : nil)
        self.postMortem = postMortem.flatMap { $0.isWritten ? $0 : nil }
        // The policy is for the team; the public's page only has the parts that reports depend on.
        let duty = page.audience == .internal ? severity?.postMortem : nil
        nextSteps = isOver ? NextStep.steps(after: record, postMortem: postMortem, duty: duty) : []
        runbooks = isOver ? [] : page.runbooks(of: incident)
    }

    init(maintenance said: Said, on page: StatusPage) {
        self.page = page
        (record, update, news, at) = (said.record, said.update, said.news, said.at)
        kind = .maintenance
        // An update that nobody wrote is not on the page.
        let isOnPage = page.records.contains { shown in
            shown.slug == said.record.slug && (said.update.map(shown.updates.contains) ?? true)
        }
        anchor = isOnPage ? said.anchor : nil
        isUnwritten = said.update != nil && !isOnPage
        phase = said.news.map(\.phase) ?? said.record.phase(at: said.at)
        components = said.record.maintenanceStatuses
        (startedAt, endsAt) = (said.record.begins, said.record.shownEnd)
        let isOfSeries =
            said.update != nil && said.record.updates.count <= said.record.seriesWindow?.sharedUpdates ?? 0
        series = isOfSeries ? page.recurring.first { $0.path == said.record.path }?.series : nil
        (severity, detectedAt, acknowledgedAt) = (nil, nil, nil)
        (rootCause, fix, postMortem) = (nil, nil, nil)
        (timeline, nextSteps, runbooks) = ([], [], [])
    }

    init(notice said: Said, on page: StatusPage) {
        self.page = page
        (record, update, news, anchor, at) = (said.record, said.update, said.news, said.anchor, said.at)
        kind = .notice
        (startedAt, endsAt) = (said.record.from, said.record.until)
        (phase, severity, detectedAt, acknowledgedAt) = (nil, nil, nil, nil)
        (rootCause, fix) = (nil, nil)
        (components, timeline, postMortem, nextSteps, runbooks) = ([], [], nil, [], [])
    }
}

extension StatusPage {
    /// Returns the current or next window of a series, or else its last; the record itself if it is not a series.
    fileprivate func nextWindow(of record: Record, at now: Instant) -> Record {
        guard record.series != nil else { return record }
        let windows = records.reversed().filter { $0.path == record.path }
        return windows.first { $0.phase(at: now)?.isFinal == false } ?? windows.last ?? record
    }
}

/// A record at the time of its news.
private struct Said {
    let record: Record
    let news: News?
    let update: Update?
    let anchor: String?
    let at: Instant

    /// Whether readers knew nothing about the record before.
    var isFirst: Bool { record.updates.count <= 1 && news?.event != .ends }

    /// - Parameter news: news of the record; `nil` if there is none yet.
    init(_ news: News?, in record: Record, now: Instant) {
        self.news = news
        anchor = news?.fragment(in: record)
        at = news?.at ?? now
        if case .update(let place) = news?.event {
            update = record.updates[place]
        } else {
            update = nil
        }
        var said = record
        said.updates = news.map { Array(record.knownUpdates(with: $0)) } ?? []
        // Later facts do not belong in an earlier message.
        if said.updates.count < record.updates.count { said.postMortem = nil }
        if record.kind == .incident, let end = record.until, end > at { said.until = nil }
        self.record = said
    }
}

extension IncidentTimeline {
    /// The affected components with their current statuses.
    fileprivate var statusesNow: [StatusChange] {
        components.map { component in
            let open = spans.last { $0.component == component && $0.isOpen }
            return StatusChange(component, open?.status ?? .operational)
        }
    }

    /// The affected components with their worst statuses.
    fileprivate var worstStatuses: [StatusChange] {
        components.map { StatusChange($0, worst(of: $0)) }
    }
}

extension PostMortem {
    /// The beginning of the post-mortem: the text before its sections, or else its summary.
    var opening: Prose {
        introduction.isEmpty ? sections.first { $0.kind == .summary }?.prose ?? .empty : introduction
    }

    /// Returns the first words of the section, if there is one.
    fileprivate func firstWords(of kind: Kind) -> String? {
        let text = sections.first { $0.kind == kind }?.prose.text.firstWords(within: 300) ?? ""
        return text.isEmpty ? nil : text
    }
}
