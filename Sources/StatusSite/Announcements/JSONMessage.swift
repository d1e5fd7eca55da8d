import StatusModel

/// An announcement for programs: all its facts as one JSON object, without additional wording.
struct JSONMessage {
    private let announcement: Announcement
    private let words: Localizer

    init(_ announcement: Announcement, in language: Language) {
        self.announcement = announcement
        words = Localizer(of: announcement.page, in: language)
    }

    /// The object, on one line.
    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            writeRecord(to: &json)
            writeState(to: &json)
            writeUpdate(to: &json)
            writeOutcome(to: &json)
            if announcement.page.audience == .internal {
                json.key("internal")
                json.array(of: announcement.internals, Self.write)
                writeChannels(to: &json)
                json.key("runbooks")
                json.array(of: announcement.runbooks) { $0.value($1, of: announcement.page, words) }
            }
        }
        return json.bytes
    }
}

private extension JSONMessage {
    var record: Record { announcement.record }

    func writeRecord(to json: inout JSONWriter) {
        json.member("kind", announcement.kind.rawValue)
        json.member("id", record.id)
        json.member("slug", record.slug)
        json.member("title", record.title)
        json.member("url", announcement.address)
        json.member("reference", record.ticket)
    }

    func writeState(to json: inout JSONWriter) {
        json.member("phase", announcement.phase?.counted.rawValue)
        json.key("severity")
        if let severity = announcement.severity {
            json.object { json in
                json.member("level", severity.level)
                json.member("name", severity.name)
            }
        } else {
            json.value(String?.none)
        }
        json.key("impact")
        json.array(of: record.knownImpact, Self.write)
        json.key("components")
        json.array(of: announcement.listedComponents) { json, change in
            let component = announcement.page.components[change.component]
            json.object { json in
                json.member("id", component.id)
                json.member("name", component.name)
                json.member("status", change.status.name)
            }
        }
        json.member("started_at", announcement.startedAt)
        json.member("detected_at", announcement.detectedAt)
        json.member("ends_at", announcement.endsAt)
        json.member("duration_seconds", announcement.duration)
    }

    func writeUpdate(to json: inout JSONWriter) {
        json.member("said_at", announcement.at)
        json.member("text", announcement.prose.text)
        json.member("html", announcement.prose.htmlForReaders(root: announcement.page.url + "/"))
        json.member("next_update_at", announcement.nextUpdateAt)
        switch announcement.estimate {
        case .at(let instant): json.member("expected", instant)
        case .words(let text): json.member("expected", text)
        case nil: json.member("expected", String?.none)
        }
        json.key("timeline")
        json.array(of: announcement.timeline) { json, step in
            json.object { json in
                json.member("at", step.at)
                json.member("event", step.event.word)
            }
        }
    }

    func writeOutcome(to json: inout JSONWriter) {
        json.member("root_cause", announcement.rootCause)
        json.member("fix", announcement.fix)
        json.key("next_steps")
        json.array(of: announcement.nextSteps.map { words.sentence(on: $0) })
        json.member("post_mortem_url", announcement.postMortemAddress)
    }

    /// Writes the channels that the policy names; `null` if there is no severity, so that it is for all of them.
    func writeChannels(to json: inout JSONWriter) {
        json.key("notify")
        guard let severity = announcement.severity else { return json.value(String?.none) }
        json.array(of: severity.notifications) { json, notification in
            json.object { json in
                json.member("channel", notification.channel)
                json.member("audience", notification.audience)
            }
        }
    }

    static func write(_ json: inout JSONWriter, _ fact: Announcement.Internal) {
        switch fact {
        case .detail(let detail): write(&json, detail)
        case .escalation(let called):
            write(&json, Record.Detail(label: "escalated to", text: called.joined(separator: ", ")))
        }
    }

    static func write(_ json: inout JSONWriter, _ detail: Record.Detail) {
        json.object { json in
            json.member("label", detail.label)
            json.member("text", detail.text)
        }
    }
}

extension Announcement.Step.Event {
    /// The word for programs.
    fileprivate var word: String {
        switch self {
        case .began: "began"
        case .detected: "detected"
        case .acknowledged: "acknowledged"
        case .reported(let phase): phase.counted.rawValue
        }
    }
}
