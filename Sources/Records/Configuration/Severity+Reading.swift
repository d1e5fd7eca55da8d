import Diagnostics
import StatusModel

extension Severity {
    /// Reads the part under `severities:`, the highest first.
    static func policy(in value: YAMLValue, into diagnostics: inout [Diagnostic]) -> [Severity] {
        guard let entries = value.entries else {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .wrongType,
                    "`severities` is a map from a level to its policy, and this is \(value.kind)",
                    at: value.location,
                    hint: "write `SEV-1:` with its keys under it, the highest level first"
                )
            )
            return []
        }
        var names: [String: SourceLocation] = [:]
        return entries.compactMap { key, value in
            guard let level = key.text(named: "severities", into: &diagnostics),
                let severity = Severity(level: level, reading: value, at: key, into: &diagnostics)
            else { return nil }
            severity.reportDoubles(of: &names, at: key.location, into: &diagnostics)
            return severity
        }
    }
}

private extension Severity {
    init?(level: String, reading value: YAMLValue, at key: YAMLValue, into diagnostics: inout [Diagnostic]) {
        self.init(level: level)
        // A level without a policy is fine: it only orders incidents.
        guard !value.isEmpty else { return }
        guard let map = MappingReader(value, as: .severity, called: "`\(level)`", into: &diagnostics)
        else { return nil }
        name = map.text("name", into: &diagnostics)
        aliases = map.texts("aliases", into: &diagnostics)
        definition = map.texts("definition", into: &diagnostics)
        examples = map.texts("examples", into: &diagnostics)
        componentStatus = Self.status(in: map, into: &diagnostics)
        visibility = map.choice("visibility", among: Visibility.byWord, into: &diagnostics) ?? .public
        responders = map.text("responders", into: &diagnostics)
        acknowledgeWithin = map.duration("acknowledge_within", into: &diagnostics)
        noticeWithin = map.duration("notice_within", into: &diagnostics)
        identifyWithin = map.duration("identify_within", into: &diagnostics)
        resolveWithin = map.duration("resolve_within", into: &diagnostics)
        updateEvery = map.duration("update_every", into: &diagnostics)
        hours = map.choice("hours", among: Hours.byWord, into: &diagnostics) ?? .always
        notifications = map.values("notify").compactMap { Notification(reading: $0, into: &diagnostics) }
        postMortem = map.value("post_mortem").flatMap { PostMortemDuty(reading: $0, into: &diagnostics) }
        escalations = map.values("escalate").compactMap { Escalation(reading: $0, into: &diagnostics) }
        checklist = map.texts("checklist", into: &diagnostics)
    }

    static func status(in map: MappingReader, into diagnostics: inout [Diagnostic]) -> ComponentStatus? {
        guard let value = map.value("component_status"),
            let word = value.text(named: "component_status", into: &diagnostics)
        else { return nil }
        if let status = ComponentStatus(word: word) { return status }
        diagnostics.append(unknownStatus(word, at: value.location))
        return nil
    }

    func reportDoubles(
        of names: inout [String: SourceLocation],
        at location: SourceLocation,
        into diagnostics: inout [Diagnostic]
    ) {
        for name in Set([level] + aliases + [self.name].compactMap { $0 }).sorted() {
            if let first = names[name.folded], first != location {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .ambiguousName,
                        "two severities answer to `\(name)`",
                        at: location,
                        hint: "give one of them another name or alias",
                        related: [Diagnostic.Note("the first is here", at: first)]
                    )
                )
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
        .error,
        .unknownStatus,
        "there is no status `\(word)`",
        at: location,
        hint: lineToWrite(
            for: word,
            at: location,
            reads: { ComponentStatus(word: $0) != nil },
            else: didYouMean(word, among: ComponentStatus.words)
                ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))"
        )
    )
}

extension Severity.Notification {
    /// Reads `slack`, or `{email: affected customers}`.
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        if value.string != nil {
            guard let channel = value.text(named: "notify", into: &diagnostics) else { return nil }
            self.init(channel: channel)
        } else {
            let details = value.details(named: "notify", into: &diagnostics)
            guard let (channel, audience) = details.first else { return nil }
            self.init(channel: channel, audience: audience)
        }
    }
}

extension Severity.PostMortemDuty {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        guard let map = MappingReader(value, as: .postMortemDuty, into: &diagnostics) else { return nil }
        self.init(
            isRequired: map.flag("required", into: &diagnostics) ?? true,
            within: map.duration("within", into: &diagnostics)
        )
    }
}

extension Severity.Escalation {
    fileprivate init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let hint = "write `{after: 15m, to: On-call lead}` or `{when: data exposed, to: CEO}`"
        guard let map = MappingReader(value, as: .escalation, into: &diagnostics),
            let to = map.requiredText("to", hint: hint, into: &diagnostics)
        else { return nil }
        switch (map.has("after"), map.has("when")) {
        case (true, false):
            guard let seconds = map.duration("after", into: &diagnostics) else { return nil }
            self.init(.after(seconds), to: to)
        case (false, true):
            guard let event = map.text("when", into: &diagnostics) else { return nil }
            self.init(.when(event), to: to)
        default:
            diagnostics.append(
                Diagnostic(
                    .error,
                    .missingKey,
                    "an escalation has `after` or `when`, and one of the two alone",
                    at: value.location,
                    hint: hint
                )
            )
            return nil
        }
    }
}
