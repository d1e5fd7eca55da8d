import StatusModel

extension Severity {
    /// The values by key, as in `status.yml`.
    var policy: Fields {
        let texts: [(String, String?)] = [
            ("aliases", aliases.joined(separator: ", ")), ("definition", definition.joined(separator: " / ")),
            ("examples", examples.joined(separator: " / ")), ("component_status", componentStatus?.name),
            ("visibility", visibility == .internal ? "internal" : nil), ("responders", responders),
        ]
        let limits = [
            ("acknowledge_within", acknowledgeWithin), ("notice_within", noticeWithin),
            ("identify_within", identifyWithin), ("restore_within", restoreWithin),
            ("resolve_within", resolveWithin), ("watch_for", watchFor), ("update_every", updateEvery),
        ]
        .map { ($0, $1.map(Severity.written)) }
        let demands: [(String, String?)] = [
            ("hours", hours == .business ? "business" : nil),
            ("notify", notifications.map(\.text).joined(separator: ", ")),
            ("post_mortem", postMortem?.text),
            ("escalate", escalations.map(\.text).joined(separator: ", ")),
        ]
        let lists = checklists.map { ("checklist.\($0.stage.rawValue)", $0.items.joined(separator: " / ")) }
        let rest: [(String, String?)] = [
            ("runbook", runbooks.joined(separator: ", ")), ("until", until?.description),
        ]
        return (texts + limits + demands + lists + rest).compactMap { name, text in
            text.flatMap { $0.isEmpty ? nil : (name, $0) }
        }
    }

    /// Returns the severity as the audience may know it: the public's only has a duty and a visibility because of
    /// reports.
    func seen(by audience: Audience) -> Severity {
        guard audience == .public else { return self }
        var severity = self
        (severity.postMortem, severity.visibility) = (nil, .public)
        return severity
    }
}

extension Severity.Notification {
    /// The text, such as "{email: affected customers}".
    fileprivate var text: String { audience.map { "{\(channel): \($0)}" } ?? channel }
}

extension Severity.Escalation {
    /// The text, such as "{after: 15m, to: On-call lead}".
    fileprivate var text: String {
        switch trigger {
        case .after(let seconds): "{after: \(Severity.written(seconds)), to: \(to)}"
        case .when(let event): "{when: \(event), to: \(to)}"
        }
    }
}

extension Severity.PostMortemDuty {
    /// The text, such as "{required: true, within: 2d}".
    fileprivate var text: String {
        let parts = [
            "required: \(isRequired)", within.map { "within: \(Severity.written($0))" },
            heldWithin.map { "held_within: \(Severity.written($0))" },
            sections.isEmpty ? nil : "sections: [\(sections.joined(separator: ", "))]",
        ]
        return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }
}
