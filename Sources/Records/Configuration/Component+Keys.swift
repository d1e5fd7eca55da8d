import Diagnostics
import StatusModel

extension Component {
    /// A component, and the zone that its days are of.
    struct Written {
        var component = Component(id: "", name: "")
        var name: String?
        let zone: Zone
    }

    /// An element of `components:`.
    static let keys = KeyTable<Written>(
        "a component",
        [
            .required(
                "id", .id, "The word that records and addresses name it by.",
                hint: "write the word that records will name it by: `id: story-api`"
            ) { $0.component.id = $1 },
            .key("name", .text, "What readers call it; its id by default.") { $0.name = $1 },
            .key("aliases", .texts, "Other names that records may use.") { $0.component.aliases = $1 },
            .key("group", .text, "The heading that it stands under.") { $0.component.group = $1 },
            .key("description", .text, "What it does, in a sentence for readers.") {
                $0.component.summary = $1
            },
            .key("since", .day, "The day from which on it counts; the site's `since` by default.") {
                $0.component.since = $0.zone.start(of: $1)
            },
            .key("until", .day, "The day from which on it is retired.") {
                $0.component.until = $0.zone.start(of: $1)
            },
            .key("target", .target, "The percentage of time it is meant to be up.") {
                $0.component.target = $1
            },
            .key("uptime", .flag, "`false` shows it and leaves its downtime out of the site's figures.") {
                $0.component.countsTowardsUptime = $1
            },
        ]
    )

    /// Reads the part under `components:`.
    static func list(in value: YAMLValue, zone: Zone, into findings: Findings) -> [Component] {
        guard let elements = value.elements else {
            findings.error(
                .wrongType, at: value.location, "`components` is a list, and this is \(value.kind)",
                hint: "write a line `- {id: web, name: Website}` for each")
            return []
        }
        var names: [String: SourceLocation] = [:]
        return elements.compactMap { element in
            guard let component = Component(reading: element, zone: zone, into: findings) else { return nil }
            component.reportDoubles(of: &names, at: element.location, into: findings)
            return component
        }
    }
}

private extension Component {
    init?(reading value: YAMLValue, zone: Zone, into findings: Findings) {
        var written = Written(zone: zone)
        guard let map = Self.keys.read(value, into: &written, findings), !written.component.id.isEmpty else {
            return nil
        }
        self = written.component
        name = written.name ?? id
        if let since, let until, until <= since {
            findings.error(
                .invalidValue, at: map.value("until")?.location ?? map.location,
                "a component is retired after its first day", hint: "write a later day")
        }
    }
}

extension Component {
    /// Two components may not share a name in any case: a record that wrote it would mean either.
    fileprivate func reportDoubles(
        of names: inout [String: SourceLocation], at location: SourceLocation, into findings: Findings
    ) {
        for name in Set([id, self.name] + aliases).sorted() {
            if let first = names[name.folded], first != location {
                findings.error(
                    .duplicateComponent, at: location, "two components answer to `\(name)`",
                    hint: "give one of them another id, name or alias",
                    related: [Diagnostic.Note("the first is here", at: first)])
            }
            names[name.folded] = names[name.folded] ?? location
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
    /// A component's id.
    fileprivate static var id: KeyForm {
        .made(.written(.id), by: { Component.isID($0) ? $0 : nil }) { id, place in
            Diagnostic(
                .error, .invalidValue, "`\(id)` cannot be a component's id", at: place,
                hint: "use small letters, digits, `.`, `_` and `-`, and begin and end with a letter or digit")
        }
    }
}
