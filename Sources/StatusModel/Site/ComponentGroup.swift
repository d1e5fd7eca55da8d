/// Components that are shown together under a heading, with pages and feeds of its own.
public struct ComponentGroup: Hashable, Sendable {
    /// A group's place in ``StatusPage/groups``, by which the rest of the model refers to it.
    public typealias Index = Int

    /// The name in addresses, which no component and no other group has.
    public var id: String
    /// The name that readers see.
    public var name: String
    /// The group that it is a part of, if any.
    ///
    /// That group is not part of another one.
    public var parent: Index?
    /// A sentence for readers about its components.
    public var summary: String?
    /// The objective of its components that have none of their own.
    public var target: Target?
    /// The ids by which programs know it from another page.
    public var ids = KeptIDs()

    /// Makes a group.
    public init(
        id: String, name: String, parent: Index? = nil, summary: String? = nil, target: Target? = nil
    ) {
        (self.id, self.name, self.parent) = (id, name, parent)
        (self.summary, self.target) = (summary, target)
    }
}

extension StatusPage {
    /// The components of each group, including those of its parts, by the groups' places and in the page's order.
    public var componentsByGroup: [[Component.Index]] {
        var members = [[Component.Index]](repeating: [], count: groups.count)
        for (index, component) in components.enumerated() {
            guard let group = component.group else { continue }
            members[group].append(index)
            if let whole = groups[group].parent { members[whole].append(index) }
        }
        return members
    }

    /// The groups that are parts of each group, by the groups' places and in the page's order.
    public var partsByGroup: [[ComponentGroup.Index]] {
        var parts = [[ComponentGroup.Index]](repeating: [], count: groups.count)
        for (index, group) in groups.enumerated() {
            if let whole = group.parent { parts[whole].append(index) }
        }
        return parts
    }

    /// Returns the group's name, preceded by that of the group that it is a part of, such as "Europe - Search".
    public func fullName(of group: ComponentGroup.Index) -> String {
        (groups[group].parent.map { groups[$0].name + " - " } ?? "") + groups[group].name
    }

    /// Returns a component's name, preceded by that of its group, such as "Europe - Search", or `nil` without a group.
    public func fullName(of component: Component) -> String? {
        component.group.map { fullName(of: $0) + " - " + component.name }
    }

    /// The components' names for where their groups are not shown, by the components' places.
    ///
    /// If several components have the same name, the group's name is in front of each.
    public var componentNames: [String] {
        let uses = Dictionary(grouping: components, by: \.name).mapValues(\.count)
        return components.map { component in
            uses[component.name] == 1 ? component.name : fullName(of: component) ?? component.name
        }
    }
}
