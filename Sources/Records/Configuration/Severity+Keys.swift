import Diagnostics
import StatusModel

extension Severity {
    /// A level's rules under `severities:`.
    static let keys = KeyTable<Severity>(
        "a severity",
        [
            .key("name", .text, "What readers see beside the level, as in `Critical`.") { $0.name = $1 },
            .key("aliases", .texts, "Other names that records may use.") { $0.aliases = $1 },
            .key("definition", .texts, "What makes an incident one of this severity.") { $0.definition = $1 },
            .key("examples", .texts, "Incidents that would be.") { $0.examples = $1 },
            .dated(
                "component_status", .status, "The status of components that a record lists without one.",
                \.componentStatus),
            .dated(
                "visibility", .word(Visibility.byWord), "Who sees its incidents unless they say otherwise.",
                hides: true, \.visibility, standard: .public),
            .key("responders", .text, "Who answers; internal.") { $0.responders = $1 },
            .dated(
                "acknowledge_within", .duration, "By when a person takes it on; internal.",
                \.acknowledgeWithin),
            .dated("notice_within", .duration, "By when the public hears of it; internal.", \.noticeWithin),
            .dated("identify_within", .duration, "By when the cause is known; internal.", \.identifyWithin),
            .dated("resolve_within", .duration, "By when it is resolved; internal.", \.resolveWithin),
            .dated("update_every", .duration, "The longest silence between updates.", \.updateEvery),
            .dated("hours", .word(Hours.byWord), "Which hours the limits count.", \.hours, standard: .always),
            .key(
                "notify", .oneOrMore(.either(.text, .details), read: Notification.init),
                "Who is told, and how; internal."
            ) { $0.notifications = $1 },
            .dated(
                "post_mortem", .map(PostMortemDuty.keys, read: PostMortemDuty.init),
                "Whether a post-mortem is due, and by when.", \.postMortem),
            .key(
                "escalate", .oneOrMore(.map(Escalation.keys.shape), read: Escalation.init),
                "Who is called in, and when; internal."
            ) { $0.escalations = $1 },
            .key("checklist", .texts, "What to see to before an incident is closed; internal.") {
                $0.checklist = $1
            },
            .key("until", .day, "The day from which on it is no longer in use.") { $0.until = $1 },
        ]
    )

    /// The keys that `rules_until` may have, too.
    static let formerKeys = keys.formerly("a former severity")

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
                let severity = Severity(level: level, reading: value, into: findings)
            else { return nil }
            severity.reportDoubles(of: &names, at: key.location, into: findings)
            return severity
        }
    }
}

private extension Severity {
    init?(level: String, reading value: YAMLValue, into findings: Findings) {
        self.init(level: level)
        // A level without a policy is fine: it only orders incidents.
        guard !value.isEmpty else { return }
        guard Self.keys.read(value, into: &self, called: "`\(level)`", findings) != nil else { return nil }
    }

    func reportDoubles(
        of names: inout [String: SourceLocation], at location: SourceLocation, into findings: Findings
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

extension KeyForm where Value == ComponentStatus {
    /// A status by its name or short form.
    fileprivate static var status: KeyForm {
        .made(.freely(ComponentStatus.words), by: { ComponentStatus(word: $0) }, else: unknownStatus)
    }
}

/// What is said of a word that is no status.
@Sendable func unknownStatus(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .unknownStatus, "there is no status `\(word)`", at: location,
        hint: lineToWrite(
            for: word, at: location, reads: { ComponentStatus(word: $0) != nil },
            else: didYouMean(word, among: ComponentStatus.words)
                ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))"))
}

extension Severity.Notification {
    /// Reads `slack`, or `{email: affected customers}`.
    @Sendable fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        if value.string != nil {
            guard let channel = value.text(named: "notify", into: findings) else { return nil }
            self.init(channel: channel)
        } else {
            let details = value.details(named: "notify", into: findings)
            guard let detail = details.first else { return nil }
            self.init(channel: detail.label, audience: detail.text)
        }
    }
}

extension Severity.PostMortemDuty {
    /// The part under `post_mortem:`.
    static let keys = KeyTable<Severity.PostMortemDuty>(
        "`post_mortem`",
        [
            .key("required", .flag, "Whether it is required; `true` by default.") { $0.isRequired = $1 },
            .key("within", .duration, "By when after the resolution it is published.") { $0.within = $1 },
        ]
    )

    @Sendable fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        self.init(isRequired: true)
        guard Self.keys.read(value, into: &self, findings) != nil else { return nil }
    }
}

extension Severity.Escalation {
    private static let hint = "write `{after: 15m, to: On-call lead}` or `{when: data exposed, to: CEO}`"

    /// What an element of `escalate:` says.
    struct Written {
        var after: Int?
        var when: String?
        var to: String?
    }

    /// An element of `escalate:`.
    static let keys = KeyTable<Written>(
        "an escalation",
        [
            .key("after", .duration, "How long the incident has been open.") { $0.after = $1 },
            .key("when", .text, "Or what has happened.") { $0.when = $1 },
            .required("to", .text, "Who is called in.", hint: hint) { $0.to = $1 },
        ],
        rules: [.exactlyOne(["after", "when"])]
    )

    @Sendable fileprivate init?(reading value: YAMLValue, into findings: Findings) {
        var written = Written()
        guard let map = Self.keys.read(value, into: &written, findings), let to = written.to else {
            return nil
        }
        guard map.has("after") != map.has("when") else {
            findings.error(
                .missingKey, at: value.location,
                "an escalation has `after` or `when`, and one of the two alone", hint: Self.hint)
            return nil
        }
        if let seconds = written.after {
            self.init(.after(seconds), to: to)
        } else if let event = written.when {
            self.init(.when(event), to: to)
        } else {
            return nil
        }
    }
}
