import Reliability
import StatusModel

/// A group as pages currently show it, without components that are retired.
struct ShownGroup {
    let index: ComponentGroup.Index
    /// All components in it and in its parts, in the page's order.
    let components: [Component.Index]
    /// The components that are in none of its parts.
    let own: [Component.Index]
    /// The groups that are parts of it, the worst first.
    let parts: [ShownGroup]
    /// The worst current status of its components.
    let worst: ComponentStatus
}

extension ShownGroup {
    /// Makes the group.
    ///
    /// - Parameter parts: the groups that are parts of it. If one of them has one component, that component is shown
    ///   next to those without a part.
    fileprivate init(_ index: ComponentGroup.Index, parts: [ShownGroup], on site: Site) {
        self.index = index
        components = site.componentsByGroup[index].filter(site.isInService)
        self.parts = parts.filter { $0.components.count > 1 }.worstFirst { Harm($0.worst) }
        let inParts = Set(self.parts.flatMap(\.components))
        own = components.filter { !inParts.contains($0) }
        worst = site.worst(of: components)
    }
}

extension Site {
    /// The components that are not retired and not in a group, and the groups of more than one, the worst first.
    var componentsAndGroups: (alone: [Component.Index], groups: [ShownGroup]) {
        let groups = shownGroups.filter { page.groups[$0].parent == nil }.map(shown)
            .filter { $0.components.count > 1 }
        let grouped = Set(groups.flatMap(\.components))
        return (
            currentComponents.filter { !grouped.contains($0) }, groups.worstFirst { Harm($0.worst) }
        )
    }

    /// Returns the group as pages show it.
    func shown(_ group: ComponentGroup.Index) -> ShownGroup {
        let parts = partsByGroup[group].map { ShownGroup($0, parts: [], on: self) }
        return ShownGroup(group, parts: parts, on: self)
    }

    /// Returns the worst current status of the components.
    func worst(of components: [Component.Index]) -> ComponentStatus {
        components.map { history.status(of: $0) }.max() ?? .operational
    }
}

extension ComponentGroup {
    /// The path of its page, from the site's root.
    var pagePath: String { "groups/\(id).html" }

    /// The path of its feed, from the site's root.
    var feedPath: String { "groups/\(id).xml" }
}
