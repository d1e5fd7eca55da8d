import StatusModel

extension StatusPage {
    /// The values of the configuration by name, as in `status.yml`.
    var settings: Fields {
        let site: [(String, String?)] = [
            ("site.title", title), ("site.url", url), ("site.ids_from", idsFrom),
            ("site.ids.statuspage", ids.statuspage?.text),
            ("site.time_zone", zone.name),
            ("site.language", language),
            ("site.since", since.map { zone.day(of: $0).description }), ("site.target", target?.text),
            (
                "site.brand",
                [brand.color, brand.logo, brand.darkLogo, brand.icon].compactMap { $0 }.joined(
                    separator: ", ")
            ),
            ("site.business_hours", businessHours?.text),
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

    /// The values that applied before each day of `rules_until`, if they differed.
    private var formerSettings: Fields {
        let shown = Set(shownSeverities)
        let weights = formerRules.weights.entries.map { ($0.until, "uptime", $0.value.text) }
        let target = formerRules.target.entries.map { ($0.until, "site.target", $0.value?.text ?? "none") }
        let hours = formerRules.businessHours.entries.map {
            ($0.until, "site.business_hours", $0.value?.text ?? "none")
        }
        let policies = severities.indices.filter(shown.contains).flatMap(formerPolicies)
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

    private func settings(of group: ComponentGroup) -> Fields {
        let known: [(String, String?)] = [
            ("", group.name), (".parent", group.parent.map { groups[$0].id }),
            (".description", group.summary), (".target", group.target?.text),
            (".ids.statuspage", group.ids.statuspage?.text),
        ]
        return known.compactMap { name, value in value.map { ("group `\(group.id)`\(name)", $0) } }
    }

    /// Returns a component's settings, with its name first, so that a new, removed or renamed component is
    /// recognizable.
    private func settings(of component: Component) -> Fields {
        let known: [(String, String?)] = [
            ("", component.name), (".aliases", component.aliases.joined(separator: ", ")),
            (".group", component.group.map { groups[$0].id }), (".description", component.summary),
            (".url", component.url), (".renamed_from", component.formerIDs.joined(separator: ", ")),
            (".ids.statuspage", component.ids.statuspage?.text),
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

    /// Returns a severity's name and its policy, key by key.
    private func settings(of severity: Severity) -> Fields {
        let name = "severity `\(severity.level)`"
        return [(name, severity.name ?? severity.level)]
            + severity.seen(by: audience).policy.map { ("\(name).\($0)", $1) }
    }

    /// Returns the parts of a severity's policy that differed from later ones, each with the end of its validity.
    private func formerPolicies(of rank: Severity.Rank) -> [(Instant, String, String)] {
        var later = severities[rank].seen(by: audience).policy
        return (formerRules.severities[rank]?.entries ?? []).flatMap { entry in
            let policy = entry.value.seen(by: audience).policy
            defer { later = policy }
            return later.changes(to: policy).map { change in
                (entry.until, "severity `\(severities[rank].level)`.\(change.name)", change.after ?? "none")
            }
        }
    }
}

extension Team.Role {
    /// The text, such as "CTO (@cto, speaks to the press)".
    fileprivate var text: String {
        let details = [contact?.source, duty].compactMap { $0 }.joined(separator: ", ")
        return details.isEmpty ? name : "\(name) (\(details))"
    }
}

extension Target {
    /// The text, such as "99.95%".
    fileprivate var text: String {
        let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 10_000)
        return "\(decimal(whole, "\(10_000 + rest)".dropFirst()))%"
    }
}

extension UptimeWeights {
    /// The text, such as "partial_outage 0.3, major_outage 1".
    fileprivate var text: String {
        ComponentStatus.allCases.filter { $0 != .operational }
            .map { "\($0.name) \(Self.text(ofThousandths: self[$0]))" }.joined(separator: ", ")
    }

    private static func text(ofThousandths weight: Int) -> String {
        let (whole, rest) = weight.quotientAndRemainder(dividingBy: 1_000)
        return decimal(whole, "\(1_000 + rest)".dropFirst())
    }
}

/// Returns a number without trailing zeros.
private func decimal(_ whole: Int, _ decimals: Substring) -> String {
    var digits = decimals
    while digits.last == "0" { digits.removeLast() }
    return "\(whole)\(digits.isEmpty ? "" : "." + digits)"
}

extension BusinessHours {
    /// The text, such as "mon, tue from 09:00 until 17:00".
    fileprivate var text: String {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let days = weekdays.sorted().map { names[$0] }.joined(separator: ", ")
        return "\(days) from \(from) until \(until)"
    }
}
