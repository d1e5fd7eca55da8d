/// A heading that components stand under, with pages and feeds of its own.
public struct ComponentGroup: Hashable, Sendable {
    /// A group's place in ``StatusPage/groups``: how the rest of the model refers to it.
    public typealias Index = Int

    /// The name that addresses use. No component and no other group has it.
    public var id: String
    /// The name that readers see.
    public var name: String
    /// The group that it is a part of, which is itself part of none.
    public var parent: Index?
    /// A sentence for readers on what stands under it.
    public var summary: String?
    /// The objective of its components that have none of their own.
    public var target: Target?
    /// The ids that programs know it by from another page.
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
    /// By the groups' places the components that stand under each, those of its parts included, in the page's order.
    public var componentsByGroup: [[Component.Index]] {
        var members = [[Component.Index]](repeating: [], count: groups.count)
        for (index, component) in components.enumerated() {
            guard let group = component.group else { continue }
            members[group].append(index)
            if let whole = groups[group].parent { members[whole].append(index) }
        }
        return members
    }

    /// By the groups' places the groups that are parts of each, in the page's order.
    public var partsByGroup: [[ComponentGroup.Index]] {
        var parts = [[ComponentGroup.Index]](repeating: [], count: groups.count)
        for (index, group) in groups.enumerated() {
            if let whole = group.parent { parts[whole].append(index) }
        }
        return parts
    }

    /// The group's name with that of the group that it is a part of, as in "Europe - Search".
    public func fullName(of group: ComponentGroup.Index) -> String {
        (groups[group].parent.map { groups[$0].name + " - " } ?? "") + groups[group].name
    }

    /// What a component is called under its group, as in "Europe - Search"; `nil` without a group.
    public func fullName(of component: Component) -> String? {
        component.group.map { fullName(of: $0) + " - " + component.name }
    }

    /// By the components' places what each is called where its group is not seen: its name, and the group's in front
    /// where another has the same name.
    public var componentNames: [String] {
        let uses = Dictionary(grouping: components, by: \.name).mapValues(\.count)
        return components.map { component in
            uses[component.name] == 1 ? component.name : fullName(of: component) ?? component.name
        }
    }
}
