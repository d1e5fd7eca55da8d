import StatusModel

/// The values of the words.
extension AnnouncementContext {
    func isA(_ kind: Announcement.Kind) -> Bool { announcement.kind == kind }

    /// Returns the text, cut after a word if it is longer than the channel allows.
    func fit(_ text: String?, _ limit: KeyPath<MessageLimits, Int>) -> String {
        guard let text, limits[keyPath: limit] < .max else { return text ?? "" }
        return text.cut(to: limits[keyPath: limit], length: length)
    }

    /// Returns the value of the part; empty if there is no room for it.
    func unless<Value: RangeReplaceableCollection>(
        _ part: MessagePart, _ value: (AnnouncementContext) -> Value
    ) -> Value {
        limits.omitted.contains(part) ? Value() : value(self)
    }

    var title: String { fit(announcement.record.title, \.title) }

    var siteTitle: String { unless(.siteTitle) { $0.fit($0.announcement.page.title, \.title) } }

    var heading: String {
        fit(words.heading(title, of: announcement.kind, at: announcement.phase), \.heading)
    }

    var statusAndTitle: String {
        fit(
            status.isEmpty ? title : words.text.recordPhaseAndTitle(phase: status, title: title), \.heading)
    }

    var status: String {
        let label = announcement.news.map(words.label(of:)) ?? announcement.phase.map(words.label(of:))
        return fit(label, \.line)
    }

    var severity: String {
        unless(.severity) { $0.fit($0.announcement.severity.map($0.words.label), \.value) }
    }

    /// The affected components, without operational ones.
    var affected: String {
        unless(.affected) {
            let affected = $0.announcement.listedComponents.filter { $0.status != .operational }
            return $0.fit($0.words.affected(affected, isOver: $0.announcement.isOver), \.value)
        }
    }

    var timelineTitle: String {
        announcement.isOver ? words.text.announceTimeline : words.text.announceSoFar
    }

    var timelineLine: String {
        announcement.isOver ? words.text.announceLineTimeline : words.text.announceLineSoFar
    }

    var impact: String { unless(.impact) { $0.fit($0.words.impact($0.knownImpact), \.value) } }

    /// The impact without its duration, which every message has as ``duration``.
    private var knownImpact: [Record.Detail] {
        let known = announcement.record.knownImpact
        return duration.isEmpty ? known : known.filter { Record.Detail.key(of: $0.label) != "duration" }
    }

    var impacts: [AnnouncementImpact] {
        unless(.impact) { context in
            context.knownImpact.prefix(limits.lines).map { fact in
                let label = fact.label.isEmpty ? "" : words.label(of: fact)
                return AnnouncementImpact(
                    label: fit(label, \.line), text: fit(fact.text, \.line), words: words)
            }
        }
    }

    var levelName: String {
        unless(.severity) { $0.fit($0.announcement.severity.map { $0.name ?? $0.level }, \.value) }
    }

    var componentNames: String {
        unless(.affected) { _ in
            let names = announcement.listedComponents.map { words.components[$0.component] }
            return fit(words.enumeration(names), \.value)
        }
    }

    var date: String { words.date(words.zone.day(of: announcement.startedAt)) }

    var saidMarkdown: Markup {
        Markup(announcement.prose, root: announcement.page.url + "/", limit: limits.text)
    }

    var updateEvery: String {
        guard let severity = announcement.severity, announcement.isOngoing else { return "" }
        return severity.updateEvery.map { words.plainLimit($0, of: severity) } ?? ""
    }

    var postMortemAt: String {
        let times = announcement.nextSteps.compactMap { step in
            switch step {
            case .postMortem(let instant), .postMortemDue(let instant): instant
            case .meetingDue, .actionItem: nil
            }
        }
        return times.first.map { words.dateAndTime($0) } ?? ""
    }

    func detail(under key: String) -> String {
        let details = announcement.record.internalDetails.filter {
            Record.Detail.key(of: $0.label) == Record.Detail.key(of: key)
        }
        return unless(.internals) { $0.fit($0.words.enumeration(details.map(\.text)), \.value) }
    }

    var said: String {
        let text = announcement.prose.text
        return limits.text < .max ? text.cutAtSentence(to: limits.text, length: length) : text
    }

    var saidAt: String { time(announcement.at) }

    func time(_ instant: Instant?) -> String { instant.map { words.dateAndTime($0) } ?? "" }

    var when: String { unless(.when) { $0.span } }

    private var span: String {
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

    var lasting: String {
        unless(.duration) { $0.announcement.duration.map($0.words.plainDuration) ?? "" }
    }

    var nextUpdate: String {
        unless(.nextUpdate) { $0.announcement.nextUpdateAt.map($0.timeOfDayOrDate) ?? "" }
    }

    var expected: String {
        unless(.expected) { context in
            switch context.announcement.estimate {
            case .at(let instant): context.timeOfDayOrDate(instant)
            case .words(let text): context.fit(text, \.value)
            case nil: ""
            }
        }
    }

    /// Returns only the time if it is on the day of the announcement.
    func timeOfDayOrDate(_ instant: Instant) -> String {
        words.time(instant, on: words.zone.day(of: announcement.at))
    }

    var timeline: [AnnouncementStep] {
        unless(.timeline) { context in
            context.announcement.timeline.suffix(limits.lines).map { step in
                let event = fit(words.label(of: step.event), \.line)
                return AnnouncementStep(time: timeOfDayOrDate(step.at), event: event, words: words)
            }
        }
    }

    var nextSteps: [AnnouncementNextStep] {
        unless(.nextSteps) { context in
            context.announcement.nextSteps.prefix(limits.lines).map {
                AnnouncementNextStep(text: fit(words.sentence(on: $0), \.line))
            }
        }
    }

    var internals: [AnnouncementDetail] {
        unless(.internals) { context in
            context.announcement.internals.prefix(limits.lines).map {
                let (label, text) = words.labelAndText(of: $0)
                return AnnouncementDetail(label: fit(label, \.line), text: fit(text, \.line), words: words)
            }
        }
    }

    /// The runbooks with what they are for: at most five, since Slack shows ten fields.
    ///
    /// An address is never cut.
    var runbooks: [AnnouncementRunbook] {
        unless(.runbooks) { context in
            context.announcement.runbooks.filter { $0.url.utf16.count <= limits.value }
                .prefix(limits.lines < .max ? 5 : .max)
                .map { runbook in
                    AnnouncementRunbook(
                        label: fit(words.name(of: runbook, on: announcement.page), \.line),
                        address: runbook.url, words: words)
                }
        }
    }

    /// The text of the link to the update; empty if there is none.
    var follow: String {
        announcement.address == nil ? "" : words.text.announceFollowOn(site: siteTitle)
    }
}
