import Diagnostics
import StatusModel

extension Component {
    /// A component as it is read, and the time zone of its days.
    struct Written {
        var component = Component(id: "", name: "")
        var name: String?
        var group: Placed<String>?
        /// Its mailing list, with its location.
        var mailingList: MailingList.Written?
        /// Its ids from another page, with their locations.
        var ids = KeptIDs.Written()
        let zone: Zone
    }

    /// An element of `components:`.
    static let keys = KeyTable<Written>(
        "this component",
        [
            .required(
                "id", .id, "The id used for it in records and addresses.",
                hint: "add the id that records will use for it: `id: story-api`"
            ) { $0.component.id = $1 },
            .key("name", .text, "The name that readers see; its id by default.") { $0.name = $1 },
            .key("aliases", .texts, "Other names that records may use.") { $0.component.aliases = $1 },
            .key("group", .placedText, "Its group, by id or name.") { $0.group = $1 },
            .key("description", .text, "What it does, in a sentence for readers.") {
                $0.component.summary = $1
            },
            .key("url", .webAddress, "The address where readers find it.") { $0.component.url = $1 },
            .key("runbook", .webAddresses, "Addresses of instructions for when it fails; internal.") {
                $0.component.runbooks = $1
            },
            .part(
                "subscribe", .map(Subscription.keys.shape),
                "How readers can subscribe to news about only this component."
            ) {
                $0.mailingList = Subscription.list(in: $1, into: $2)
                $0.component.mailingList = $0.mailingList?.list
            },
            .key("since", .day, "The first day that counts for it; the site's `since` by default.") {
                $0.component.since = $0.zone.start(of: $1)
            },
            .key("until", .day, "The first day on which it is retired.") {
                $0.component.until = $0.zone.start(of: $1)
            },
            .dated("target", .target, "The percentage of time that it should be up.", \.component.target),
            .dated(
                "uptime", .flag, "`false` leaves its downtime out of the site's figures.",
                \.component.countsTowardsUptime, standard: true),
            .key(
                "headline", .flag,
                "`false` leaves it out of the site's status, for example for a supplier's component."
            ) {
                $0.component.makesHeadline = $1
            },
            .key("renamed_from", .ids, "Former ids, oldest first: their addresses lead to this component.") {
                $0.component.formerIDs = $1
            },
            .part("ids", .map(KeptIDs.keys.shape), "The id that it keeps from Statuspage.") {
                KeptIDs.keys.read($1, into: &$0.ids, $2)
                $0.component.ids = $0.ids.ids
            },
        ]
    )

    /// The keys that may also be under `rules_until`.
    static let formerKeys = keys.formerly("this former component")

    /// Reads the part under `components:`.
    static func list(
        in value: YAMLValue, zone: Zone, groups: inout ComponentGroups, into findings: Findings
    ) -> [Written] {
        guard let elements = value.elements else {
            findings.error(
                .wrongType, at: value.location, "`components` must be a list, not \(value.kind)",
                hint: "write a `- {id: web, name: Website}` line for each")
            return []
        }
        var names: [String: NameUse] = [:]
        var components: [Written] = []
        for element in elements {
            guard let written = Written(reading: element, zone: zone, groups: &groups, into: findings)
            else { continue }
            written.component.reportDoubles(of: &names, at: element.location, into: findings)
            components.append(written)
        }
        return components
    }
}

extension Component.Written {
    fileprivate init?(
        reading value: YAMLValue, zone: Zone, groups: inout ComponentGroups, into findings: Findings
    ) {
        self.init(zone: zone)
        guard let map = Component.keys.read(value, into: &self, findings), !component.id.isEmpty else {
            return nil
        }
        component.name = name ?? component.id
        component.group = group.flatMap { groups.place(of: $0, into: findings) }
        if Set([component.id] + component.formerIDs).count <= component.formerIDs.count {
            findings.error(
                .invalidValue, at: map.value("renamed_from")?.location ?? map.location,
                "`renamed_from` contains the component's own id or the same id twice",
                hint: "list each former id once")
        }
        if let since = component.since, let until = component.until, until <= since {
            findings.error(
                .invalidValue, at: map.value("until")?.location ?? map.location,
                "`until` must be after `since`", hint: "use a later date")
        }
    }
}

/// The first use of a name by a component, and the groups of all components that have it as the name that readers see.
///
/// There are no groups if it is also an id or alias, or if its component is in none.
private struct NameUse {
    let location: SourceLocation
    var groups: Set<ComponentGroup.Index> = []
}

extension Component {
    /// Reports names that another component has, too, in any case, because a record could mean either.
    ///
    /// The names that readers see may be the same in different groups.
    fileprivate func reportDoubles(
        of names: inout [String: NameUse], at location: SourceLocation, into findings: Findings
    ) {
        let ids = Set(([id] + aliases + formerIDs).map(\.folded))
        let group = group.flatMap { ids.contains(self.name.folded) ? nil : $0 }
        for name in Set([id, self.name] + aliases + formerIDs).sorted() {
            let groups = name == self.name ? Set([group].compactMap { $0 }) : []
            guard let use = names[name.folded], use.location != location else {
                names[name.folded] = NameUse(location: location, groups: groups)
                continue
            }
            if use.groups.isEmpty || groups.isEmpty || !use.groups.isDisjoint(with: groups) {
                findings.error(
                    .duplicateComponent, at: location, "two components share the name `\(name)`",
                    hint: "give one of them another id, name or alias",
                    related: [Diagnostic.Note("the first is here", at: use.location)])
            }
            names[name.folded]?.groups.formUnion(groups)
        }
    }

    fileprivate static func isID(_ id: String) -> Bool {
        func isInner(_ byte: UInt8) -> Bool { isEnd(byte) || "._-".utf8.contains(byte) }
        func isEnd(_ byte: UInt8) -> Bool { byte.isSmallLetter || byte.isDigit }
        guard let first = id.utf8.first, let last = id.utf8.last else { return false }
        return isEnd(first) && isEnd(last) && id.utf8.allSatisfy(isInner) && id.utf8.count <= 100
    }
}

extension KeyForm where Value == String {
    /// The id of a component or a group.
    static var id: KeyForm {
        .made(.written(.id), by: { Component.isID($0) ? $0 : nil }, else: unusableID)
    }
}

extension KeyForm where Value == [String] {
    /// One id or a list of them.
    fileprivate static var ids: KeyForm {
        KeyForm(shape: .oneOrMore(.written(.id))) { map, name in
            guard map.has(name) else { return nil }
            return map.texts(name, by: { Component.isID($0) ? $0 : nil }, else: unusableID)
        }
    }
}

@Sendable private func unusableID(_ id: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .invalidValue, "`\(id)` is not a valid id", at: place,
        hint: "use lowercase letters, digits, `.`, `_` and `-`, with a letter or digit first and last")
}
