import Diagnostics
import StatusModel

extension Severity {
    /// Reads the part under `severities:`, the highest first.
    static func policy(in value: YAMLValue, into findings: Findings) -> [Severity] {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`severities` is a map from a level to its policy, and this is \(value.kind)",
                hint: "write `SEV-1:` with its keys under it, the highest level first")
            return []
        }
        var names: [String: SourceLocation] = [:]
        return entries.compactMap { key, value in
            guard let level = key.text(named: "severities", into: findings),
                let severity = Severity(level: level, reading: value, at: key, into: findings)
            else { return nil }
            severity.reportDoubles(of: &names, at: key.location, into: findings)
            return severity
        }
    }
}

private extension Severity {
    init?(level: String, reading value: YAMLValue, at key: YAMLValue, into findings: Findings) {
        self.init(level: level)
        // A level without a policy is fine: it only orders incidents.
        guard !value.isEmpty else { return }
        guard let map = MappingReader(value, as: .severity, called: "`\(level)`", into: findings)
        else { return nil }
        name = map.text("name")
        aliases = map.texts("aliases")
        definition = map.texts("definition")
        examples = map.texts("examples")
        componentStatus = Self.status(in: map, into: findings)
        visibility = map.choice("visibility", among: Visibility.byWord) ?? .public
        responders = map.text("responders")
        acknowledgeWithin = map.duration("acknowledge_within")
        noticeWithin = map.duration("notice_within")
        identifyWithin = map.duration("identify_within")
        resolveWithin = map.duration("resolve_within")
        updateEvery = map.duration("update_every")
        hours = map.choice("hours", among: Hours.byWord) ?? .always
        notifications = map.values("notify").compactMap { Notification(reading: $0, into: findings) }
        postMortem = map.value("post_mortem").flatMap { PostMortemDuty(reading: $0, into: findings) }
        escalations = map.values("escalate").compactMap { Escalation(reading: $0, into: findings) }
        checklist = map.texts("checklist")
    }

    static func status(in map: MappingReader, into findings: Findings) -> ComponentStatus? {
        guard let value = map.value("component_status"),
            let word = value.text(named: "component_status", into: findings)
        else { return nil }
        if let status = ComponentStatus(word: word) { return status }
        findings.add(unknownStatus(word, at: value.location))
        return nil
    }

    func reportDoubles(
        of names: inout [String: SourceLocation],
        at location: SourceLocation,
        into findings: Findings
    ) {
        for name in Set([level] + aliases + [self.name].compactMap { $0 }).sorted() {
            if let first = names[name.folded], first != location {
                findings.error(
                    .ambiguousName, at: location, "two severities answer to `\(name)`",
                    hint: "give one of them another name or alias",
                    related: [Diagnostic.Note("the first is here", at: first)])
            }
            names[name.folded] = names[name.folded] ?? location
        }
    }
}

extension Severity.Hours {
    /// The words for them in `status.yml`.
    static let byWord: [String: Severity.Hours] = ["always": .always, "business": .business]
}

extension Visibility {
    /// The words for it in records and in `status.yml`.
    static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// What is said of a word that is no status.
func unknownStatus(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .unknownStatus, "there is no status `\(word)`", at: location,
        hint: lineToWrite(
            for: word,
            at: location,
            reads: { ComponentStatus(word: $0) != nil },
            else: didYouMean(word, among: ComponentStatus.words)
                ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))"
        ))
}

extension Severity.Notification {
    /// Reads `slack`, or `{email: affected customers}`.
    fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        if value.string != nil {
            guard let channel = value.text(named: "notify", into: findings) else { return nil }
            self.init(channel: channel)
        } else {
            let details = value.details(named: "notify", into: findings)
            guard let (channel, audience) = details.first else { return nil }
            self.init(channel: channel, audience: audience)
        }
    }
}

extension Severity.PostMortemDuty {
    fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        guard let map = MappingReader(value, as: .postMortemDuty, into: findings) else { return nil }
        self.init(
            isRequired: map.flag("required") ?? true,
            within: map.duration("within")
        )
    }
}

extension Severity.Escalation {
    fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        let hint = "write `{after: 15m, to: On-call lead}` or `{when: data exposed, to: CEO}`"
        guard let map = MappingReader(value, as: .escalation, into: findings),
            let to = map.requiredText("to", hint: hint)
        else { return nil }
        switch (map.has("after"), map.has("when")) {
        case (true, false):
            guard let seconds = map.duration("after") else { return nil }
            self.init(.after(seconds), to: to)
        case (false, true):
            guard let event = map.text("when") else { return nil }
            self.init(.when(event), to: to)
        default:
            findings.error(
                .missingKey, at: value.location,
                "an escalation has `after` or `when`, and one of the two alone", hint: hint)
            return nil
        }
    }
}
