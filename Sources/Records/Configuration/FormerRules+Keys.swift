import Diagnostics
import StatusModel

extension FormerRules {
    /// Former rules while they are read: from the newest set back, each as changes to the next newer one.
    struct Written {
        /// The site by the rules that have been read so far.
        var site: StatusPage.Written
        let names: Configuration
        let groups: NameTable
        var former = FormerRules()
        /// The instant until which the set that is being read applied.
        var until = Instant.distantFuture
    }

    /// A set under `rules_until:`, with those keys of the rest of `status.yml` whose values may change at a date.
    static let keys = KeyTable<Written>(
        "this set of rules",
        [
            .part(
                "severities", .named(.map(Severity.formerKeys.shape)),
                "Differences in the severity policy, by level."
            ) { $0.readSeverities($1, into: $2) },
            .part("uptime", .map(UptimeWeights.formerKeys.shape), "How downtime was counted.") {
                UptimeWeights.formerKeys.read($1, into: &$0.site.page.weights, $2)
            },
            .part(
                "components", .named(.map(Component.formerKeys.shape)),
                "Differences in components, by id."
            ) { $0.readComponents($1, into: $2) },
            .part(
                "groups", .named(.map(ComponentGroup.formerKeys.shape)),
                "Differences in groups, by id."
            ) { $0.readGroups($1, into: $2) },
        ] + StatusPage.siteKeys.formerly(within: \.site)
            + StatusPage.postMortemKey.formerly.map { $0.within(\.site) }
    )

    /// Reads the part under `rules_until:`.
    ///
    /// - Parameter names: the site whose names the sets may use.
    init(
        reading value: YAMLValue, before site: StatusPage.Written, names: Configuration,
        into findings: Findings
    ) {
        var written = Written(
            site: site, names: names, groups: NameTable(site.page.groups.map { [$0.id, $0.name] }))
        for (day, set) in Self.sets(in: value, into: findings) {
            written.read(set, until: site.page.zone.start(of: day), into: findings)
        }
        self = written.former
    }

    /// Returns the days under `rules_until:` with their locations, newest first.
    static func places(in value: YAMLValue) -> [(day: Day, place: SourceLocation)] {
        (value.entries ?? []).compactMap { key, _ in
            key.string.flatMap { Day($0.trimmed) }.map { ($0, key.location) }
        }
        .sorted { $0.day > $1.day }
    }
}

private extension FormerRules {
    /// Returns the sets by their days, newest first.
    static func sets(in value: YAMLValue, into findings: Findings) -> [(Day, YAMLValue)] {
        var places: [Day: SourceLocation] = [:]
        let hint = "write the day on which newer rules begin, with the earlier rules under it: `2026-01-01:`"
        let sets = entries(of: value, named: "rules_until", hint: hint, into: findings).compactMap {
            key, set -> (Day, YAMLValue)? in
            guard let word = key.text(named: "rules_until", into: findings) else { return nil }
            guard let day = Day(word) else {
                findings.add(invalidDay(word, at: key.location))
                return nil
            }
            if let first = places.updateValue(key.location, forKey: day) {
                findings.add(repeated("the day `\(day)`", at: key.location, first: first))
                return nil
            }
            return (day, set)
        }
        return sets.sorted { $0.0 > $1.0 }
    }

    /// Returns the keys and values of a map, without the empty values, which are reported; an empty list if it is not a
    /// map.
    ///
    /// - Parameter hint: what to write instead of something that is not a map.
    static func entries(
        of value: YAMLValue, named name: String,
        hint: String = "write a name, with its earlier rules under it", into findings: Findings
    ) -> [(key: YAMLValue, value: YAMLValue)] {
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location, "`\(name)` must be a map, not \(value.kind)",
                hint: hint)
            return []
        }
        for (key, value) in entries where value.isEmpty { findings.add(emptyValue(of: key)) }
        return entries.filter { !$0.value.isEmpty }
    }

    static func repeated(_ what: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .duplicateKey, "\(what) is the same as one above", at: place,
            hint: "keep one of the two",
            related: [Diagnostic.Note("the first is here", at: first)])
    }
}

private extension FormerRules.Written {
    mutating func read(_ set: YAMLValue, until: Instant, into findings: Findings) {
        let later = (site.page.weights, site.page.target, site.page.businessHours)
        let policy = site.page.severities
        self.until = until
        FormerRules.keys.read(set, into: &self, findings)
        former.changes.append(until)
        let page = (site.page.weights, site.page.target, site.page.businessHours)
        if page.0 != later.0 { former.weights.add(page.0, until: until) }
        if page.1 != later.1 { former.target.add(page.1, until: until) }
        if page.2 != later.2 { former.businessHours.add(page.2, until: until) }
        site.page.severities = site.severities.map { $0.severity(general: site.postMortem) }
        for (rank, severity) in site.page.severities.enumerated() where severity != policy[rank] {
            former.severities[rank, default: Former()].add(severity, until: until)
        }
    }

    mutating func readSeverities(_ value: YAMLValue, into findings: Findings) {
        let names = self.names
        let find = { (name: String, place: SourceLocation) -> Severity.Rank? in
            if let rank = names.severities[name] { return rank }
            findings.error(
                .unknownSeverity, at: place, "unknown severity `\(name)`",
                hint: names.severities.hint(for: name, listing: "severities")
                    + "; keep a retired level under `severities`, with its `until:` date"
            )
            return nil
        }
        for (rank, name, rules) in named(in: value, by: "severities", find, into: findings) {
            Severity.formerKeys.read(rules, into: &site.severities[rank], called: name, findings)
        }
    }

    mutating func readComponents(_ value: YAMLValue, into findings: Findings) {
        let names = self.names
        let find = { names.component($0, at: $1, into: findings) }
        for (index, name, rules) in named(in: value, by: "components", find, into: findings) {
            let later = site.page.components[index]
            var written = Component.Written(component: later, zone: site.page.zone)
            Component.formerKeys.read(rules, into: &written, called: name, findings)
            let component = written.component
            site.page.components[index] = component
            if component.target != later.target {
                former.targets[index, default: Former()].add(component.target, until: until)
            }
            if component.countsTowardsUptime != later.countsTowardsUptime {
                former.counts[index, default: Former()].add(component.countsTowardsUptime, until: until)
            }
        }
    }

    mutating func readGroups(_ value: YAMLValue, into findings: Findings) {
        let groups = self.groups
        let find = { (name: String, place: SourceLocation) -> ComponentGroup.Index? in
            if let index = groups[name] { return index }
            findings.error(
                .invalidValue, at: place, "unknown group `\(name)`",
                hint: groups.hint(for: name, listing: "groups"))
            return nil
        }
        for (index, name, rules) in named(in: value, by: "groups", find, into: findings) {
            var written = ComponentGroup.Written(group: site.page.groups[index])
            let later = written.group.target
            ComponentGroup.formerKeys.read(rules, into: &written, called: name, findings)
            site.page.groups[index] = written.group
            if written.group.target != later {
                former.groupTargets[index, default: Former()].add(written.group.target, until: until)
            }
        }
    }

    /// Returns the entries of a map whose keys name components, groups or levels: the index of each, its name in
    /// messages, and its value.
    ///
    /// A name that is given twice is an error.
    func named(
        in value: YAMLValue, by name: String, _ find: (String, SourceLocation) -> Int?,
        into findings: Findings
    ) -> [(Int, String, YAMLValue)] {
        var places: [Int: SourceLocation] = [:]
        return FormerRules.entries(of: value, named: name, into: findings).compactMap { key, value in
            guard let word = key.text(named: name, into: findings), let index = find(word, key.location)
            else {
                return nil
            }
            if let first = places.updateValue(key.location, forKey: index) {
                findings.add(FormerRules.repeated("`\(word)`", at: key.location, first: first))
                return nil
            }
            return (index, "`\(word)`", value)
        }
    }
}
