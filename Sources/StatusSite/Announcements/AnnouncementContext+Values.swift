import StatusModel

/// The values of the words.
extension AnnouncementContext {
    func isA(_ kind: Announcement.Kind) -> Bool { announcement.kind == kind }

    func fit(_ text: String?, _ length: KeyPath<Lengths, Int>) -> String {
        guard let text, lengths[keyPath: length] < .max else { return text ?? "" }
        return text.cut(to: lengths[keyPath: length]) { $0.lengthInSlack }
    }

    var title: String { fit(announcement.record.title, \.title) }

    var siteTitle: String { fit(announcement.page.title, \.title) }

    var heading: String { fit(words.heading(title, of: announcement.kind), \.heading) }

    var statusAndTitle: String {
        status.isEmpty ? title : words.text.recordPhaseAndTitle(phase: status, title: title)
    }

    var status: String {
        fit(isA(.postMortem) ? words.text.rulePostMortem : announcement.phase.map(words.label), \.line)
    }

    var severity: String { fit(announcement.severity.map(words.label), \.value) }

    var affected: String {
        fit(words.affected(announcement.components), \.value)
    }

    var impact: String { fit(words.impact(knownImpact), \.value) }

    /// Without its length, which every message has as ``duration`` already.
    private var knownImpact: [Record.Detail] {
        let known = announcement.record.knownImpact
        return duration.isEmpty ? known : known.filter { Record.Detail.key(of: $0.label) != "duration" }
    }

    var impacts: [AnnouncementImpact] {
        knownImpact.prefix(lengths.lines).map { fact in
            let label = fact.label.isEmpty ? "" : words.label(of: fact)
            return AnnouncementImpact(label: fit(label, \.line), text: fit(fact.text, \.line), words: words)
        }
    }

    var levelName: String {
        fit(announcement.severity.map { $0.name ?? $0.level }, \.value)
    }

    var componentNames: String {
        fit(words.enumeration(announcement.components.map { words.components[$0.component] }), \.value)
    }

    var date: String { words.date(words.zone.day(of: announcement.startedAt)) }

    var saidMarkdown: Markup {
        Markup(announcement.prose, root: announcement.page.url + "/", limit: lengths.text)
    }

    var updateEvery: String {
        guard let severity = announcement.severity, announcement.isOngoing else { return "" }
        return severity.updateEvery.map { words.plainLimit($0, of: severity) } ?? ""
    }

    var postMortemAt: String {
        let times = announcement.nextSteps.compactMap { step in
            switch step {
            case .postMortem(let instant), .postMortemDue(let instant): instant
            case .meetingDue, .measure: nil
            }
        }
        return times.first.map { words.dateAndTime($0) } ?? ""
    }

    func detail(under key: String) -> String {
        let details = announcement.record.internalDetails.filter {
            Record.Detail.key(of: $0.label) == Record.Detail.key(of: key)
        }
        return fit(words.enumeration(details.map(\.text)), \.value)
    }

    var said: String { fit(announcement.prose.text, \.text) }

    var saidAt: String { time(announcement.at) }

    func time(_ instant: Instant?) -> String { instant.map { words.dateAndTime($0) } ?? "" }

    var when: String {
        if let series = announcement.series {
            let next = words.zone.day(of: announcement.startedAt)
            return words.recurrence(of: series, next: next, now: announcement.at)
        }
        guard let end = announcement.endsAt else {
            let time = words.dateAndTime(announcement.startedAt)
            return announcement.startedAt <= announcement.at
                ? words.text.announceWhenSince(time: time) : words.text.announceWhenFrom(time: time)
        }
        return words.span(from: announcement.startedAt, to: end)
    }

    var durationSoFar: String { announcement.endsAt == nil ? lasting : "" }

    var duration: String { announcement.endsAt == nil ? "" : lasting }

    var lasting: String { announcement.duration.map(words.plainDuration) ?? "" }

    var nextUpdate: String { announcement.nextUpdateAt.map(timeOfDayOrDate) ?? "" }

    var expected: String {
        switch announcement.estimate {
        case .at(let instant): timeOfDayOrDate(instant)
        case .words(let text): fit(text, \.value)
        case nil: ""
        }
    }

    /// The time alone on the day on which it was said.
    func timeOfDayOrDate(_ instant: Instant) -> String {
        words.time(instant, on: words.zone.day(of: announcement.at))
    }

    var timeline: [AnnouncementStep] {
        announcement.timeline.suffix(lengths.lines).map { step in
            let event = fit(words.label(of: step.event), \.line)
            return AnnouncementStep(time: timeOfDayOrDate(step.at), event: event, words: words)
        }
    }

    var nextSteps: [AnnouncementNextStep] {
        announcement.nextSteps.prefix(lengths.lines).map {
            AnnouncementNextStep(text: fit(words.sentence(on: $0), \.line))
        }
    }

    var internals: [AnnouncementDetail] {
        announcement.internals.prefix(lengths.lines).map {
            let (label, text) = words.labelAndText(of: $0)
            return AnnouncementDetail(label: fit(label, \.line), text: fit(text, \.line), words: words)
        }
    }

    /// Slack shows ten fields: five runbooks with whose each is.
    var runbooks: [AnnouncementRunbook] {
        announcement.runbooks.prefix(lengths.lines < .max ? 5 : .max).map { runbook in
            AnnouncementRunbook(
                label: fit(words.name(of: runbook, on: announcement.page), \.line), address: runbook.url,
                words: words)
        }
    }

    /// What a link to the update says; nothing if there is none.
    var follow: String {
        announcement.address == nil ? "" : words.text.announceFollowOn(site: siteTitle)
    }
}

extension Character {
    /// How much Slack counts it, at most: `&` is five.
    fileprivate var lengthInSlack: Int { String(self).lengthInSlack }
}
