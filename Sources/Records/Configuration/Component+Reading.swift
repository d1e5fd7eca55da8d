import Diagnostics
import StatusModel

extension MapShape {
    /// An element of `components:`.
    static let component = MapShape(
        "a component",
        [
            .required("id", .written(.id), "The word that records and addresses name it by."),
            .key("name", .text, "What readers call it; its id by default."),
            .key("aliases", .texts, "Other names that records may use."),
            .key("group", .text, "The heading that it stands under."),
            .key("description", .text, "What it does, in a sentence for readers."),
            .key("since", .written(.day), "The day from which on it counts; the site's `since` by default."),
            .key("until", .written(.day), "The day from which on it is retired."),
            .key("target", .number(upTo: 100, .percentage), "The percentage of time it is meant to be up."),
            .key("uptime", .flag, "`false` shows it and leaves its downtime out of the site's figures."),
        ]
    )
}

extension Component {
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
            guard let component = Component(reading: element, zone: zone, into: findings) else {
                return nil
            }
            component.reportDoubles(of: &names, at: element.location, into: findings)
            return component
        }
    }
}

private extension Component {
    init?(reading value: YAMLValue, zone: Zone, into findings: Findings) {
        guard let map = MappingReader(value, as: .component, into: findings) else { return nil }
        let hint = "write the word that records will name it by: `id: story-api`"
        guard let id = map.requiredText("id", hint: hint) else { return nil }
        guard Component.isID(id) else {
            findings.error(
                .invalidValue, at: map.value("id")?.location ?? map.location,
                "`\(id)` cannot be a component's id",
                hint: "use small letters, digits, `.`, `_` and `-`, and begin and end with a letter or digit")
            return nil
        }
        self.init(id: id, name: map.text("name") ?? id)
        aliases = map.texts("aliases")
        group = map.text("group")
        summary = map.text("description")
        since = map.day("since").map(zone.start(of:))
        until = map.day("until").map(zone.start(of:))
        target = map.target("target")
        countsTowardsUptime = map.flag("uptime") ?? true
        if let since, let until, until <= since {
            findings.error(
                .invalidValue, at: map.value("until")?.location ?? map.location,
                "a component is retired after its first day", hint: "write a later day")
        }
    }

    /// Two components may not share a name in any case: a record that wrote it would mean either.
    func reportDoubles(
        of names: inout [String: SourceLocation],
        at location: SourceLocation,
        into findings: Findings
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

    static func isID(_ id: String) -> Bool {
        func isInner(_ byte: UInt8) -> Bool { isEnd(byte) || "._-".utf8.contains(byte) }
        func isEnd(_ byte: UInt8) -> Bool { byte.isSmallLetter || byte.isDigit }
        guard let first = id.utf8.first, let last = id.utf8.last else { return false }
        return isEnd(first) && isEnd(last) && id.utf8.allSatisfy(isInner) && id.utf8.count <= 100
    }
}
