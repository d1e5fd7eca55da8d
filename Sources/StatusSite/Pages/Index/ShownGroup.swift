import Reliability
import StatusModel

/// A group as pages show it now, without components that are retired.
struct ShownGroup {
    let index: ComponentGroup.Index
    /// All that stand under it, in the page's order.
    let components: [Component.Index]
    /// Those that stand in none of its parts.
    let own: [Component.Index]
    /// The groups that are parts of it, the worst first.
    let parts: [ShownGroup]
    /// The worst status that any of them has now.
    let worst: ComponentStatus
}

extension ShownGroup {
    /// - Parameter parts: the groups that are parts of it. Of those with one component that component is shown beside
    ///   those without a part.
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
    /// The components that are not retired and stand in no group, and the groups of more than one, the worst first.
    var componentsAndGroups: (alone: [Component.Index], groups: [ShownGroup]) {
        let groups = shownGroups.filter { page.groups[$0].parent == nil }.map(shown)
            .filter { $0.components.count > 1 }
        let grouped = Set(groups.flatMap(\.components))
        return (
            currentComponents.filter { !grouped.contains($0) }, groups.worstFirst { Harm($0.worst) }
        )
    }

    /// The group as pages show it.
    func shown(_ group: ComponentGroup.Index) -> ShownGroup {
        let parts = partsByGroup[group].map { ShownGroup($0, parts: [], on: self) }
        return ShownGroup(group, parts: parts, on: self)
    }

    /// The worst status that any of the components has now.
    func worst(of components: [Component.Index]) -> ComponentStatus {
        components.map { history.status(of: $0) }.max() ?? .operational
    }
}

extension ComponentGroup {
    /// Where its page is, from the site's root.
    var pagePath: String { "groups/\(id).html" }

    /// Where its feed is, from the site's root.
    var feedPath: String { "groups/\(id).xml" }
}
