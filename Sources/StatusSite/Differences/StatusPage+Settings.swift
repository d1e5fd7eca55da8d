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
            ("uptime", ComponentStatus.allCases.map { "\($0.name) \(weights[$0])" }.joined(separator: ", ")),
        ]
        let own = Phase.allCases.compactMap { phase in
            phaseLabels[phase].map { ("phases.\(phase.rawValue)", $0) }
        }
        return site.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } } + own
            + groups.flatMap(settings) + components.flatMap(settings)
            + shownSeverities.map { severities[$0] }.flatMap(settings)
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
        ]
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

extension Severity {
    /// The rules that this page's readers know, in one text. Seconds, as the policy counts them.
    fileprivate var policy: String {
        let limits: [(String, Int?)] = [
            ("acknowledge_within", acknowledgeWithin), ("notice_within", noticeWithin),
            ("identify_within", identifyWithin), ("resolve_within", resolveWithin),
            ("update_every", updateEvery),
        ]
        let rules =
            limits.compactMap { name, seconds in seconds.map { "\(name) \($0)s" } }
            + [
                hours == .business ? "hours business" : nil,
                componentStatus.map { "component_status \($0.name)" },
                visibility == .internal ? "visibility internal" : nil, responders.map { "responders \($0)" },
                postMortem.map {
                    "post_mortem \($0.isRequired ? "required" : "welcome")\($0.within.map { " within \($0)s" } ?? "")"
                },
            ]
            .compactMap { $0 }
        let texts = [
            ("aliases", aliases), ("definition", definition), ("examples", examples),
            ("checklist", checklist),
            (
                "notify",
                notifications.map { [$0.channel, $0.audience].compactMap { $0 }.joined(separator: " to ") }
            ),
            ("escalate", escalations.map { "\($0.trigger) to \($0.to)" }),
        ]
        return (rules + texts.filter { !$0.1.isEmpty }.map { "\($0) \($1.joined(separator: " / "))" })
            .joined(separator: "; ")
    }
}
