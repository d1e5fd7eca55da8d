import StatusModel

extension StatusPage {
    /// What the configuration says, by name, as `status.yml` calls it.
    var settings: Fields {
        let site: [(String, String?)] = [
            ("site.title", title), ("site.url", url), ("site.time_zone", zone.name),
            ("site.language", language),
            ("site.since", since.map { zone.day(of: $0).description }), ("site.target", target?.text),
            (
                "site.brand",
                [brand.color, brand.logo, brand.darkLogo, brand.icon].compactMap { $0 }.joined(
                    separator: ", ")
            ),
            ("site.links", links.map { "\($0.text) (\($0.url))" }.joined(separator: ", ")),
            ("uptime", weights.text), ("tickets", team.ticketAddress),
            ("team.links", team.links.map { "\($0.text) (\($0.url))" }.joined(separator: ", ")),
            ("team.roles", team.roles.map(\.text).joined(separator: ", ")),
        ]
        let own = Phase.allCases.compactMap { phase in
            phaseLabels[phase].map { ("phases.\(phase.rawValue)", $0) }
        }
        return site.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } } + own
            + groups.flatMap(settings) + components.flatMap(settings)
            + shownSeverities.map { severities[$0] }.flatMap(settings) + formerSettings
    }

    /// What held before each day of `rules_until`, as far as it differed.
    private var formerSettings: Fields {
        let shown = Set(shownSeverities)
        let weights = formerRules.weights.entries.map { ($0.until, "uptime", $0.value.text) }
        let target = formerRules.target.entries.map { ($0.until, "site.target", $0.value?.text ?? "none") }
        let hours = formerRules.businessHours.entries.map {
            ($0.until, "site.business_hours", $0.value?.text ?? "none")
        }
        let policies = severities.indices.filter(shown.contains).flatMap { rank in
            (formerRules.severities[rank]?.entries ?? []).map {
                ($0.until, "severity `\(severities[rank].level)`", readersRules(of: $0.value))
            }
        }
        let targets = components.indices.flatMap { index in
            (formerRules.targets[index]?.entries ?? []).map {
                ($0.until, "component `\(components[index].id)`.target", $0.value?.text ?? "none")
            }
        }
        let counts = components.indices.flatMap { index in
            (formerRules.counts[index]?.entries ?? []).map {
                ($0.until, "component `\(components[index].id)`.uptime", "\($0.value)")
            }
        }
        let groupTargets = groups.indices.flatMap { index in
            (formerRules.groupTargets[index]?.entries ?? []).map {
                ($0.until, "group `\(groups[index].id)`.target", $0.value?.text ?? "none")
            }
        }
        return (weights + target + hours + policies + targets + counts + groupTargets)
            .filter { !$0.2.isEmpty }
            .map { (name: "until \(zone.day(of: $0)), \($1)", value: $2) }
    }

    private func readersRules(of severity: Severity) -> String {
        var severity = severity
        if audience == .public { (severity.postMortem, severity.visibility) = (nil, .public) }
        return severity.rules.joined(separator: "; ")
    }

    private func settings(of group: ComponentGroup) -> Fields {
        let known: [(String, String?)] = [
            ("", group.name), (".parent", group.parent.map { groups[$0].id }),
            (".description", group.summary), (".target", group.target?.text),
        ]
        return known.compactMap { name, value in value.map { ("group `\(group.id)`\(name)", $0) } }
    }

    /// A component's settings: its name first, so that one is seen to come, to go or to be renamed.
    private func settings(of component: Component) -> Fields {
        let known: [(String, String?)] = [
            ("", component.name), (".aliases", component.aliases.joined(separator: ", ")),
            (".group", component.group.map { groups[$0].id }), (".description", component.summary),
            (".url", component.url), (".renamed_from", component.formerIDs.joined(separator: ", ")),
            (".since", component.since.map { zone.day(of: $0).description }),
            (".until", component.until.map { zone.day(of: $0).description }),
            (".target", component.target?.text),
            (".uptime", component.countsTowardsUptime ? nil : "false"),
            (".headline", component.makesHeadline ? nil : "false"),
            (".runbook", component.runbooks.joined(separator: ", ")),
        ]
        return known.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : ("component `\(component.id)`\(name)", $0) }
        }
    }

    /// A severity's: what it is called, and its policy as a whole.
    private func settings(of severity: Severity) -> Fields {
        var severity = severity
        if audience == .public { (severity.postMortem, severity.visibility) = (nil, .public) }
        return [
            ("severity `\(severity.level)`", severity.name ?? severity.level),
            ("severity `\(severity.level)`, its policy", severity.policy),
        ] + (severity.until.map { [("severity `\(severity.level)`.until", $0.description)] } ?? [])
    }
}

extension Severity.PostMortemDuty {
    /// As in "required within 172800s".
    fileprivate var rules: String {
        let parts = [
            isRequired ? "required" : "welcome", within.map { "within \($0)s" },
            heldWithin.map { "held within \($0)s" },
            sections.isEmpty ? nil : "with the sections \(sections.joined(separator: " / "))",
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}

extension Team.Role {
    /// As in "CTO (@cto, speaks to the press)".
    fileprivate var text: String {
        let details = [contact?.source, duty].compactMap { $0 }.joined(separator: ", ")
        return details.isEmpty ? name : "\(name) (\(details))"
    }
}

extension Target {
    /// As in "99.95%".
    fileprivate var text: String {
        let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 10_000)
        var digits = String(10_000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole)\(digits.isEmpty ? "" : "." + digits)%"
    }
}

extension UptimeWeights {
    fileprivate var text: String {
        ComponentStatus.allCases.map { "\($0.name) \(self[$0])" }.joined(separator: ", ")
    }
}

extension BusinessHours {
    /// As in "days 0 1 2, 32400 to 61200": seconds of the day.
    fileprivate var text: String {
        "days \(weekdays.sorted().map(String.init).joined(separator: " ")), \(from.seconds) to \(until.seconds)"
    }
}

extension Severity {
    /// The rules that have a date. Seconds, as the policy counts them.
    fileprivate var rules: [String] {
        let limits: [(String, Int?)] = [
            ("acknowledge_within", acknowledgeWithin), ("notice_within", noticeWithin),
            ("identify_within", identifyWithin), ("restore_within", restoreWithin),
            ("resolve_within", resolveWithin), ("watch_for", watchFor), ("update_every", updateEvery),
        ]
        return limits.compactMap { name, seconds in seconds.map { "\(name) \($0)s" } }
            + [
                hours == .business ? "hours business" : nil,
                componentStatus.map { "component_status \($0.name)" },
                visibility == .internal ? "visibility internal" : nil,
                postMortem.map { "post_mortem \($0.rules)" },
            ]
            .compactMap { $0 }
    }

    /// What this page's readers know of it, in one text.
    fileprivate var policy: String {
        let texts = [
            ("responders", [responders].compactMap { $0 }), ("aliases", aliases), ("definition", definition),
            ("examples", examples),
            ("runbook", runbooks),
            (
                "notify",
                notifications.map { [$0.channel, $0.audience].compactMap { $0 }.joined(separator: " to ") }
            ),
            ("escalate", escalations.map { "\($0.trigger) to \($0.to)" }),
        ]
        let checklists = checklists.map { ("checklist for \($0.stage.rawValue)", $0.items) }
        return
            (rules
            + (texts + checklists).filter { !$0.1.isEmpty }.map { "\($0) \($1.joined(separator: " / "))" })
            .joined(separator: "; ")
    }
}
