import Diagnostics
import StatusModel

extension ComponentGroup {
    /// A group as it is read, and what is resolved once all groups are known.
    struct Written {
        var group = ComponentGroup(id: "", name: "")
        var name: String?
        var parent: Placed<String>?
        var ids = KeptIDs.Written()
    }

    /// An element of `groups:`.
    static let keys = KeyTable<Written>(
        "this group",
        [
            .required(
                "id", .id, "The id used for it in addresses.",
                hint: "add the id that addresses will use for it: `id: europe`"
            ) { $0.group.id = $1 },
            .key("name", .text, "The name that readers see; its id by default.") { $0.name = $1 },
            .key("parent", .placedText, "The group that it is a part of, by id or name.") { $0.parent = $1 },
            .key("description", .text, "What readers see under it, in a sentence.") {
                $0.group.summary = $1
            },
            .dated(
                "target", .target, "The objective of its components that have none of their own.",
                \.group.target),
            .part("ids", .map(KeptIDs.keys.shape), "The id that it keeps from Statuspage.") {
                KeptIDs.keys.read($1, into: &$0.ids, $2)
                $0.group.ids = $0.ids.ids
            },
        ]
    )

    /// The keys that may also be under `rules_until`.
    static let formerKeys = keys.formerly("this former group")
}

/// The groups of a site while it is read: those under `groups:`, and those made from only a name in a component's
/// `group:`.
struct ComponentGroups {
    private(set) var all: [ComponentGroup] = []
    /// The locations of the listed groups.
    private var locations: [SourceLocation] = []
    /// The ids of the listed groups from another page.
    private(set) var ids: [KeptIDs.Written] = []
    /// The indices of the groups that have each name, by the name in lowercase.
    private var places: [String: [ComponentGroup.Index]] = [:]

    /// Makes an instance without listed groups.
    init() {}

    /// Reads the part under `groups:`.
    init(in value: YAMLValue, into findings: Findings) {
        guard let elements = value.elements else {
            findings.error(
                .wrongType, at: value.location, "`groups` must be a list, not \(value.kind)",
                hint: "write a `- {id: europe, name: Europe}` line for each")
            return
        }
        var parents: [Placed<String>?] = []
        for element in elements {
            var written = ComponentGroup.Written()
            guard ComponentGroup.keys.read(element, into: &written, findings) != nil,
                !written.group.id.isEmpty
            else { continue }
            written.group.name = written.name ?? written.group.id
            all.append(written.group)
            locations.append(element.location)
            parents.append(written.parent)
            ids.append(written.ids)
        }
        for index in all.indices { add([all[index].id, all[index].name], of: index) }
        let names = NameTable(all.map { [$0.id, $0.name] })
        for (index, parent) in parents.enumerated() {
            if let parent { settle(parent, of: index, among: names, into: findings) }
        }
        reportDepth(parents, into: findings)
        reportDoubles(into: findings)
    }
}

extension ComponentGroups {
    /// Returns the group with that id or name, which is made if there is none; `nil` if several share the name, which is
    /// reported.
    mutating func place(of name: Placed<String>, into findings: Findings) -> ComponentGroup.Index? {
        if let known = known(name, into: findings) { return known }
        guard places[name.value.folded] == nil else { return nil }
        all.append(ComponentGroup(id: "", name: name.value))
        add([name.value], of: all.count - 1)
        return all.count - 1
    }

    /// Gives each group that was made from a name an id from its letters that no component and no other group has, and
    /// reports listed groups that have no component.
    mutating func finish(beside components: [Component], into findings: Findings) {
        let ids = Set(components.flatMap { [$0.id] + $0.formerIDs })
        for (index, location) in locations.enumerated() where ids.contains(all[index].id) {
            findings.error(
                .duplicateComponent, at: location, "`\(all[index].id)` is or was also the id of a component",
                hint: "give the group another id")
        }
        var names = AddressNames(taken: ids.union(all.map(\.id)))
        for index in all.indices where all[index].id.isEmpty {
            all[index].id = names.take(Self.nameInAddresses(all[index].name))
        }
        // After errors, a group may be empty only because of them.
        guard !findings.hasErrors else { return }
        let used = Set(components.compactMap(\.group))
        let whole = Set(used.compactMap { all[$0].parent })
        for (index, location) in locations.enumerated() where !used.contains(index) && !whole.contains(index)
        {
            findings.warning(
                .emptyGroup, at: location,
                "no component is in the group `\(all[index].id)`, so it is not shown",
                hint: "add `group: \(all[index].id)` to its components, or remove the group")
        }
    }
}

private extension ComponentGroups {
    /// Returns a group's name as an id: short enough for a file name, and without punctuation at its ends.
    static func nameInAddresses(_ name: String) -> String {
        let letters = String(String.UnicodeScalarView(name.unicodeScalars.prefix(40))).asSlug
        let trimmed = letters.trimmingPrefix { !$0.isLetter && !$0.isNumber }.reversed().drop { $0 == "-" }
        return trimmed.isEmpty ? "group" : String(trimmed.reversed())
    }

    mutating func add(_ names: Set<String>, of index: ComponentGroup.Index) {
        for name in Set(names.map(\.folded)) { places[name, default: []].append(index) }
    }

    func known(_ name: Placed<String>, into findings: Findings) -> ComponentGroup.Index? {
        let found = places[name.value.folded] ?? []
        if let exact = found.first(where: { all[$0].id == name.value }) { return exact }
        guard found.count > 1 else { return found.first }
        findings.error(
            .ambiguousName, at: name.place, "several groups are called `\(name.value)`",
            hint: "write the id of one of them: \(list(found.prefix(5).map { all[$0].id }))")
        return nil
    }

    mutating func settle(
        _ parent: Placed<String>, of index: ComponentGroup.Index, among names: NameTable,
        into findings: Findings
    ) {
        if let whole = known(parent, into: findings) {
            all[index].parent = whole
        } else if places[parent.value.folded] == nil {
            findings.error(
                .invalidValue, at: parent.place, "unknown group `\(parent.value)`",
                hint: names.hint(for: parent.value, listing: "groups"))
        }
    }

    /// Reports groups that are parts of themselves or of parts, because there are only two levels.
    func reportDepth(_ parents: [Placed<String>?], into findings: Findings) {
        for (index, parent) in parents.enumerated() {
            guard let parent, let whole = all[index].parent else { continue }
            guard whole == index || all[whole].parent != nil else { continue }
            findings.error(
                .invalidValue, at: parent.place,
                whole == index
                    ? "a group cannot be part of itself"
                    : "`\(all[whole].id)` is itself part of another group",
                hint: "remove one `parent`: groups have at most two levels")
        }
    }

    /// Reports groups that share an id, or a name within the same parent.
    func reportDoubles(into findings: Findings) {
        var first: [String: SourceLocation] = [:]
        for (group, location) in zip(all, locations) {
            let whole = group.parent.map { all[$0].id } ?? ""
            let names = [
                "id `\(group.id)`": group.id, "name `\(group.name)`": whole + "/" + group.name.folded,
            ]
            for (name, key) in names.sorted(by: { $0.key < $1.key }) {
                guard let other = first.updateValue(location, forKey: key), other != location else {
                    continue
                }
                findings.error(
                    .duplicateComponent, at: location, "two groups have the \(name)",
                    hint: "give one of them another",
                    related: [Diagnostic.Note("the first is here", at: other)])
                break
            }
        }
    }
}
