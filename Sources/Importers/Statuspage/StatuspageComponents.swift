import JSONFiles
import StatusModel

/// The components of a Statuspage page by their codes, since two groups may have components with the same name.
struct StatuspageComponents {
    private var register = ComponentRegister()
    private var idsByCode: [String: String] = [:]
    private var idsByName: [String: String] = [:]
    /// Whether a file lists the components, so that any others have been removed.
    private var isListed = false
    /// The names and Statuspage ids of the groups that have components, in the order of these.
    private var namedGroups: [(name: String, id: String?)] = []
    private var groupNames: Set<String> = []
    /// The ends of the last incidents that name components missing from all files, by component id.
    private(set) var unlistedUntil: [String: Instant] = [:]

    /// - Parameter list: the components in the files, in their order; the first entry of each component counts.
    init(listed list: [JSONObject]) {
        let (groups, members) = Self.parted(list)
        isListed = !members.isEmpty
        let counts = members.reduce(into: [:]) { $0[Self.key($1.text("name")), default: 0] += 1 }
        for member in Self.ordered(members, in: groups) {
            add(member, in: member.text("group_id").flatMap { groups[$0] }, counts: counts)
        }
    }

    var descriptions: [ComponentDescription] { register.components }

    /// The groups to list.
    ///
    /// A group's id is never that of a component, or the name of another group.
    var groups: [GroupDescription] {
        var taken = Set(register.components.map(\.id))
        let names = Set(namedGroups.map(\.name))
        return namedGroups.enumerated().map { place, group in
            let id = ComponentRegister.id(for: group.name, or: "group-\(place + 1)") { id in
                taken.contains(id) || id != group.name && names.contains(id)
            }
            taken.insert(id)
            return GroupDescription(id: id, name: group.name, statuspageID: group.id)
        }
    }
}

extension StatuspageComponents {
    /// Returns the id of a component that an incident names, and adds the component if no file lists it.
    ///
    /// - Parameter end: when the incident ended, or the distant future.
    mutating func id(ofCode code: String?, named name: String, until end: Instant) -> String {
        let known = code.flatMap { idsByCode[$0] } ?? idsByName[Self.key(name)]
        let id =
            known ?? register.id(of: name) { ComponentDescription(id: $0, name: name, statuspageID: code) }
        if let code { idsByCode[code] = id }
        if known == nil { idsByName[Self.key(name)] = id }
        if known == nil || unlistedUntil[id] != nil {
            unlistedUntil[id] = max(unlistedUntil[id] ?? .distantPast, end)
        }
        return id
    }

    /// Retires the components that no file lists, if their incidents are over, and returns their number.
    mutating func retireUnlisted(in zone: Zone) -> Int {
        guard isListed else { return 0 }
        let gone = unlistedUntil.filter { $0.value < .distantFuture }
        for (id, end) in gone { register.update(id) { $0.until = zone.day(of: end).advanced(by: 1) } }
        return gone.count
    }
}

private extension StatuspageComponents {
    static func key(_ name: String?) -> String { name?.lowercased() ?? "" }

    static func parted(_ list: [JSONObject]) -> (groups: [String: JSONObject], members: [JSONObject]) {
        var (groups, members, seen) = ([String: JSONObject](), [JSONObject](), Set<String>())
        for object in list where seen.insert(object.text("id") ?? "\(members.count)").inserted {
            if object.json["group"]?.isTrue ?? false || object.json["components"] != nil {
                groups[object.text("id") ?? ""] = object
            } else {
                members.append(object)
            }
        }
        return (groups, members)
    }

    /// Returns the components in the order of the page: by position, with a group's members at the group's position.
    static func ordered(_ members: [JSONObject], in groups: [String: JSONObject]) -> [JSONObject] {
        func place(of object: JSONObject?) -> Int { object?.json["position"]?.number ?? 0 }
        return members.enumerated().sorted { one, other in
            let keys = [one, other].map { index, member in
                let group = member.text("group_id").flatMap { groups[$0] }
                return (place(of: group ?? member), group?.text("id") ?? "", place(of: member), index)
            }
            return keys[0] < keys[1]
        }.map(\.element)
    }

    mutating func add(_ member: JSONObject, in object: JSONObject?, counts: [String: Int]) {
        let (name, group) = (member.text("name") ?? "", object?.text("name"))
        if let group, groupNames.insert(Self.key(String(group.trimmingBlanks))).inserted {
            namedGroups.append((group, object?.text("id")))
        }
        let fullName = group.map { "\($0) - \(name)" } ?? name
        let isOnlyOne = counts[Self.key(name)] == 1
        let id = register.id(of: isOnlyOne ? name : fullName) { id in
            ComponentDescription(
                id: id,
                name: isOnlyOne ? name : fullName,
                statuspageID: member.text("id"),
                group: group,
                description: member.text("description"),
                since: member.text("start_date").flatMap { LooseTime($0) }.map {
                    Zone.utc.day(of: $0.instant)
                }
            )
        }
        if let code = member.text("id") { idsByCode[code] = id }
        idsByName[Self.key(fullName)] = id
        if isOnlyOne { idsByName[Self.key(name)] = id }
    }
}
