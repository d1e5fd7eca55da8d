import Diagnostics
import StatusModel

extension Severity {
    /// A level's rules as they are written, and the checklists that they may name.
    struct Written {
        fileprivate(set) var severity: Severity
        /// The level's own rules for post-mortems.
        fileprivate var postMortem: PostMortemDuty.Written?
        fileprivate let checklists: NamedChecklists
        /// The people whom its escalation steps call in, as they are written.
        fileprivate(set) var calledIn: [YAMLValue] = []

        /// Makes rules that have only the level itself.
        init(_ severity: Severity, checklists: NamedChecklists = NamedChecklists()) {
            (self.severity, self.checklists) = (severity, checklists)
        }

        /// Returns the level's rules.
        ///
        /// - Parameter general: the rules for post-mortems of all levels.
        func severity(general: PostMortemDuty.Written?) -> Severity {
            var severity = severity
            severity.postMortem = PostMortemDuty(postMortem, general)
            return severity
        }
    }

    /// A level's rules under `severities:`.
    static let keys = KeyTable<Written>(
        "this severity",
        [
            .key("name", .text, "What readers see next to the level, such as `Critical`.") {
                $0.severity.name = $1
            },
            .key("aliases", .texts, "Other names that records may use.") { $0.severity.aliases = $1 },
            .key("definition", .texts, "The definition of this severity.") {
                $0.severity.definition = $1
            },
            .key("examples", .texts, "Examples of incidents of this severity.") { $0.severity.examples = $1 },
            .dated(
                "component_status", .status, "The status of components that a record lists without one.",
                \.severity.componentStatus),
            .dated(
                "visibility", .word(Visibility.byWord), "Who sees its incidents unless they say otherwise.",
                hides: true, \.severity.visibility, standard: .public),
            .key("responders", .text, "Who answers; internal.") { $0.severity.responders = $1 },
            .dated(
                "acknowledge_within", .duration, "How soon someone must take it on; internal.",
                \.severity.acknowledgeWithin),
            .dated(
                "notice_within", .duration, "How soon the first update must be published; internal.",
                \.severity.noticeWithin),
            .dated(
                "identify_within", .duration, "How soon the cause must be known; internal.",
                \.severity.identifyWithin),
            .dated(
                "restore_within", .duration, "How soon the impact must end; internal.",
                \.severity.restoreWithin),
            .dated(
                "resolve_within", .duration, "How soon it must be resolved; internal.",
                \.severity.resolveWithin),
            .dated(
                "watch_for", .duration, "The minimum time from the end of the impact to RESOLVED; internal.",
                \.severity.watchFor),
            .dated(
                "update_every", .duration, "The longest gap allowed between updates.", \.severity.updateEvery),
            .dated(
                "hours", .word(Hours.byWord), "Which hours count toward the limits.", \.severity.hours,
                standard: .always),
            .dated(
                "notify", .oneOrMore(.either(.text, .details), read: Notification.init),
                "Who is notified, and how; internal.", \.severity.notifications, standard: []),
            .dated(
                "post_mortem", .map(PostMortemDuty.keys, read: PostMortemDuty.Written.init),
                "Whether a post-mortem is required, by when, and with which sections.", \.postMortem),
            .dated(
                "escalate", .oneOrMore(.map(Escalation.keys.shape), read: Escalation.init),
                "Who is called in, and when; internal.", \.severity.escalations, standard: []),
            .part(
                "checklist", Checklist.shape,
                "The checklist to complete before an incident is closed: items, or the name of one of "
                    + "`checklists`. Or a checklist for each phase and for `after`; internal."
            ) { $0.severity.checklists = Checklist.all(in: $1, named: $0.checklists, into: $2) },
            .key("runbook", .webAddresses, "Addresses of instructions for its incidents; internal.") {
                $0.severity.runbooks = $1
            },
            .key("until", .day, "The first day on which it is no longer in use.") { $0.severity.until = $1 },
        ]
    )

    /// The keys that may also be under `rules_until`.
    static let formerKeys = keys.formerly("this former severity")

    /// Reads the part under `severities:`, the highest level first.
    static func policy(
        in value: YAMLValue, checklists: NamedChecklists, into findings: Findings
    ) -> [Written] {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`severities` must be a map of levels to rules, not \(value.kind)",
                hint: "write `SEV-1:` with its keys under it, the highest level first")
            return []
        }
        var names: [String: SourceLocation] = [:]
        return entries.compactMap { key, value in
            guard let level = key.text(named: "severities", into: findings),
                let written = Written(level, checklists, reading: value, into: findings)
            else { return nil }
            written.severity.reportDoubles(of: &names, at: key.location, into: findings)
            return written
        }
    }
}

private extension Severity.Written {
    init?(
        _ level: String, _ checklists: NamedChecklists, reading value: YAMLValue, into findings: Findings
    ) {
        self.init(Severity(level: level), checklists: checklists)
        // A level without a policy is fine: it only orders incidents.
        guard !value.isEmpty else { return }
        guard Severity.keys.read(value, into: &self, called: "`\(level)`", findings) != nil else {
            return nil
        }
        let steps = value["escalate"].map { $0.elements ?? [$0] } ?? []
        calledIn = steps.compactMap { $0["to"] }
    }
}

extension Severity {
    fileprivate func reportDoubles(
        of names: inout [String: SourceLocation], at location: SourceLocation, into findings: Findings
    ) {
        for name in Set([level] + aliases + [self.name].compactMap { $0 }).sorted() {
            if let first = names[name.folded], first != location {
                findings.error(
                    .ambiguousName, at: location, "two severities share the name `\(name)`",
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
    static var status: KeyForm {
        .made(.freely(ComponentStatus.words), by: { ComponentStatus(word: $0) }, else: unknownStatus)
    }
}

/// Returns the error for a word that is not a status.
@Sendable func unknownStatus(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .unknownStatus, "unknown status `\(word)`", at: location,
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
