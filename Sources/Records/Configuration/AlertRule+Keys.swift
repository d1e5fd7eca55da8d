import Diagnostics
import StatusModel

extension AlertRule {
    /// A rule as it is written, with the names that are looked up once all of it has been read.
    struct Written {
        fileprivate var match = Match()
        fileprivate var component: Placed<String>?
        fileprivate var severity: Placed<String>?
        fileprivate var status: ComponentStatus?
        fileprivate var text: Placed<String>?
        fileprivate var hold = AlertRule.defaultHold
        fileprivate var quiet = AlertRule.defaultQuiet
        fileprivate var then = Handling.review
        fileprivate var whenOver = Ending.monitoring
    }

    /// An element of `alerts:`.
    static let keys = KeyTable<Written>(
        "this rule",
        [
            .requiredPart(
                "match", .details, "What an alert must have: its `source`, and labels with their values.",
                hint: "write `match: {source: alertmanager, service: checkout}`"
            ) { $0.match = Match(reading: $1, into: $2) },
            .key(
                "component", .placedText,
                "The component that fails; by default, the one in the text, if it lists only one."
            ) {
                $0.component = $1
            },
            .key("severity", .placedText, "The incident's severity; by default, the one in the text.") {
                $0.severity = $1
            },
            .key(
                "status", .status,
                "The component's status; by default, from the text, or else the severity's `component_status`."
            ) {
                $0.status = $1
            },
            .required(
                "text", .placedText, "The text under `texts` that is published.",
                hint: "write the id of a text under `texts`: only its words are published"
            ) { $0.text = $1 },
            .key(
                "hold", .duration,
                "How long an alert must last before it becomes an incident, at most 24 hours; `5m` by default."
            ) {
                $0.hold = $1
            },
            .key(
                "quiet", .duration,
                "How soon an alert must fire again to belong to the same incident; `15m` by default."
            ) { $0.quiet = $1 },
            .key(
                "then", .word(byWord(Handling.self)),
                "Publish it after a `review` (the default), at once (`publish`), or only for the team (`internal`).",
                hides: true
            ) { $0.then = $1 },
            .key(
                "when_over", .word(byWord(Ending.self)),
                "The phase to post when the alerts end: `monitoring` (the default), `resolved` or `nothing`."
            ) { $0.whenOver = $1 },
        ]
    )

    private static func byWord<Word>(_: Word.Type) -> [String: Word]
    where Word: CaseIterable & RawRepresentable<String> {
        Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, $0) })
    }
}

extension StatusPage.Written {
    /// Reads the part under `alerts:`, in the author's order.
    mutating func readAlerts(_ value: YAMLValue, names: Configuration, into findings: Findings) {
        guard let elements = value.elements else {
            findings.error(
                .wrongType, at: value.location, "`alerts` must be a list of rules, not \(value.kind)",
                hint: "begin each rule with `- match: {source: alertmanager, service: checkout}`")
            return
        }
        let texts = Dictionary(page.texts.map { ($0.id, $0) }) { first, _ in first }
        for element in elements {
            var written = AlertRule.Written()
            guard AlertRule.keys.read(element, into: &written, findings) != nil,
                let rule = written.rule(at: element.location, names: names, texts: texts, into: findings)
            else { continue }
            if let first = page.alerts.firstIndex(where: { $0.match.covers(rule.match) }) {
                findings.error(
                    .unreachableRule, at: element.location,
                    "no alert ever reaches this rule: an earlier rule takes them all",
                    hint: "put the rule with more labels first, or remove one of the two",
                    related: [Diagnostic.Note("the earlier rule is here", at: alertPlaces[first])])
            }
            page.alerts.append(rule)
            alertPlaces.append(element.location)
        }
    }
}

extension AlertRule.Match {
    fileprivate init(reading value: YAMLValue, into findings: Findings) {
        self.init()
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location,
                "`match` must be a map of labels to values, not \(value.kind)",
                hint: "write `match: {source: alertmanager, service: checkout}`")
            return
        }
        for (key, value) in entries {
            guard let name = key.text(named: "match", into: findings) else { continue }
            guard !value.isEmpty else {
                findings.add(emptyValue(of: key))
                continue
            }
            guard let text = value.text(named: name, into: findings) else { continue }
            if name == "source" { source = text } else { labels[name] = text }
        }
    }
}

private extension AlertRule.Written {
    /// Returns the rule; `nil` if it lacks something, which is reported.
    ///
    /// - Parameter texts: the texts by their ids.
    func rule(
        at place: SourceLocation, names: Configuration, texts: [String: ReadyText], into findings: Findings
    ) -> AlertRule? {
        guard let id = text, let text = self.text(id, among: texts, of: names, into: findings) else {
            return nil
        }
        reportUnusableWords(of: text, at: id.place, into: findings)
        if hold > AlertRule.reach {
            findings.error(
                .invalidValue, at: place,
                "an alert that began more than 24 hours ago does not create a record, so `hold` is too long",
                hint: "write a shorter time, such as `hold: 5m`")
        }
        guard let severity = severity(of: text, at: place, names: names, into: findings),
            let component = component(of: text, at: place, names: names, into: findings),
            let status = status(of: component, in: text, severity, at: place, names: names, into: findings)
        else { return nil }
        return AlertRule(
            match: match, component: component, severity: severity, status: status, text: text.id,
            hold: hold, quiet: quiet, then: then, whenOver: whenOver)
    }

    func text(
        _ id: Placed<String>, among texts: [String: ReadyText], of names: Configuration,
        into findings: Findings
    ) -> ReadyText? {
        if let text = texts[id.value] { return text }
        let known = texts.keys.sorted()
        findings.error(
            .unknownText, at: id.place, "unknown text `\(id.value)`",
            hint: didYouMean(id.value, among: known)
                ?? (known.isEmpty
                    ? "add it under `texts`, with `title:` and `text:`" : "the texts are \(list(known))"))
        return nil
    }

    /// Reports words that the text lacks, and blanks in it, because nobody may be there to write them when an alert
    /// arrives.
    func reportUnusableWords(of text: ReadyText, at place: SourceLocation, into findings: Findings) {
        let reasons = [
            ", which is published when the alerts end",
            ", which is published when only a snapshot shows that an alert ended",
        ]
        let endings = zip(whenOver.phases, reasons).map { phase, reason in
            (
                key: phase.keyword, words: text.words[phase], reason: reason,
                way: ", or `when_over: \(AlertRule.Ending.nothing.rawValue)` here"
            )
        }
        let beginnings = [("title", text.title), ("text", text.words(at: .investigating))]
            .map { (key: $0, words: $1, reason: "", way: "") }
        for (key, words, reason, way) in beginnings + endings {
            guard let words else {
                findings.error(
                    .missingKey, at: place, "the text `\(text.id)` has no `\(key)`\(reason)",
                    hint: "add `\(key):` to it\(way)")
                continue
            }
            guard let blank = ReadyText.blanks(in: words).first else { continue }
            findings.error(
                BlanksAreFilled.id, at: place,
                "`\(key)` of the text `\(text.id)` has the blank `{\(blank)}`, which an alert cannot fill in",
                hint: "use a text without blanks for alerts")
        }
    }

    func severity(
        of text: ReadyText, at place: SourceLocation, names: Configuration, into findings: Findings
    ) -> Severity.Rank? {
        if let severity { return names.severity(severity.value, at: severity.place, into: findings) }
        if text.severity == nil {
            findings.error(
                .missingKey, at: place, "neither the rule nor its text has a `severity`",
                hint: "add `severity:` with a level of the policy")
        }
        return text.severity
    }

    func component(
        of text: ReadyText, at place: SourceLocation, names: Configuration, into findings: Findings
    ) -> Component.Index? {
        if let component { return names.component(component.value, at: component.place, into: findings) }
        guard text.components.count == 1, let only = text.components.first else {
            findings.error(
                .missingKey, at: place,
                "the rule has no `component`, and its text does not list exactly one",
                hint: "add `component:` with the component that these alerts are about")
            return nil
        }
        return only.component
    }

    func status(
        of component: Component.Index, in text: ReadyText, _ severity: Severity.Rank,
        at place: SourceLocation, names: Configuration, into findings: Findings
    ) -> ComponentStatus? {
        let page = names.page
        let found =
            status ?? text.components.first { $0.component == component }?.status
            ?? page.severities[severity].componentStatus
        if found == nil {
            findings.error(
                .missingStatus, at: place, "`\(page.components[component].id)` has no status",
                hint:
                    "write `status: partial_outage` or another status, or give the severity a `component_status`"
            )
        }
        return found
    }
}
