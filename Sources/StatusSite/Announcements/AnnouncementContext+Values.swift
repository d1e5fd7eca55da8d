import StatusModel

/// The values of the words.
extension AnnouncementContext {
    func isA(_ kind: Announcement.Kind) -> Bool { announcement.kind == kind }

    func fit(_ text: String?, _ length: KeyPath<Lengths, Int>) -> String {
        guard let text, lengths[keyPath: length] < .max else { return text ?? "" }
        return text.cut(to: lengths[keyPath: length]) { $0.lengthInSlack }
    }

    var status: String { fit(announcement.phase.map(words.label), \.line) }

    var severity: String { fit(announcement.severity.map(words.label), \.value) }

    var affected: String {
        let parts = announcement.components.map { change in
            "\(words.components[change.component]) (\(words.phrase(for: change.status)))"
        }
        return fit(parts.joined(separator: ", "), \.value)
    }

    var impact: String {
        let parts = announcement.record.impact.map { detail in
            detail.label.isEmpty ? detail.text : "\(words.label(of: detail)): \(detail.text)"
        }
        return fit(parts.joined(separator: "; "), \.value)
    }

    var said: String { fit(announcement.prose.text, \.text) }

    var saidAt: String { words.dateAndTime(announcement.at) }

    var when: String {
        guard let end = announcement.endsAt else {
            let verb = announcement.startedAt <= announcement.at ? "since" : "from"
            return "\(verb) \(words.dateAndTime(announcement.startedAt))"
        }
        return words.span(from: announcement.startedAt, to: end)
    }

    var detected: String { announcement.detectedAt.map { words.dateAndTime($0) } ?? "" }

    var durationSoFar: String { announcement.endsAt == nil ? lasting : "" }

    var duration: String { announcement.endsAt == nil ? "" : lasting }

    var lasting: String { announcement.duration.map(words.duration) ?? "" }

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
            AnnouncementStep(time: timeOfDayOrDate(step.at), event: fit(words.label(of: step.event), \.line))
        }
    }

    var nextSteps: [AnnouncementNextStep] {
        announcement.nextSteps.prefix(lengths.lines).map {
            AnnouncementNextStep(text: fit(words.sentence(on: $0), \.line))
        }
    }

    var internals: [AnnouncementDetail] {
        announcement.internals.prefix(lengths.lines).map {
            AnnouncementDetail(label: fit(words.label(of: $0), \.line), text: fit($0.text, \.line))
        }
    }

    var postMortem: String {
        announcement.postMortem == nil ? "" : announcement.address(fragment: "post-mortem")
    }
}

extension Character {
    /// How much Slack counts it, at most: `&` is five.
    fileprivate var lengthInSlack: Int {
        unicodeScalars.reduce(0) { $0 + ($1.slackEntity?.utf16.count ?? UTF16.width($1)) }
    }
}
