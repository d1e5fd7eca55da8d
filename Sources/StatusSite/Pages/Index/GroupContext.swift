import Reliability
import StatusModel

/// Components under one heading.
struct GroupContext: TemplateContext {
    let name: String
    let href: String
    let kind: String
    let state: String
    let isFolding: Bool
    let isOpen: Bool
    let rows: [ComponentRow]
    let parts: [PartContext]

    static let vocabulary = Vocabulary<Self>([
        .text("name", "the heading; empty for components without one") { $0.name },
        .text("href", "the address of the group's page") { $0.href },
        .text("kind", "the worst status of its components, such as `major`") { $0.kind },
        .text("state", "the status of its components, such as 3 down, 2 partially down or All 6 operational")
        {
            $0.state
        },
        .flag("isFolding", "whether it has a heading and can be collapsed, as on sites with many components")
        {
            $0.isFolding
        },
        .flag("isOpen", "whether it is open at first, because one of its components is not operational") {
            $0.isOpen
        },
        .flag("hasRows", "whether it has components that are in none of its parts") { !$0.rows.isEmpty },
        .list("rows", "its components that are in none of its parts, in the order of `status.yml`") {
            $0.rows
        },
        .list("parts", "the groups that are parts of it, worst first") { $0.parts },
    ])
}

/// A group that is part of another.
struct PartContext: TemplateContext {
    let name: String
    let href: String
    let kind: String
    let state: String
    let rows: [ComponentRow]

    static let vocabulary = Vocabulary<Self>([
        .text("name", "its name") { $0.name },
        .text("href", "the address of its page") { $0.href },
        .text("kind", "the worst status of its components, such as `major`") { $0.kind },
        .text("state", "the status of its components, such as All 6 operational") { $0.state },
        .list("rows", "its components, in the order of `status.yml`") { $0.rows },
    ])

    init(_ group: ShownGroup, layout: Layout) {
        name = layout.site.page.groups[group.index].name
        href = layout.root + layout.site.page.groups[group.index].pagePath
        kind = Localizer.kind(of: group.worst)
        state = layout.words.state(of: layout.site.components(group.components))
        rows = group.own.map {
            ComponentRow($0, called: layout.site.page.components[$0].name, layout: layout)
        }
    }
}

extension GroupContext {
    /// Returns the components that are not retired: those without a group first, then the groups, the worst first.
    ///
    /// A group of one component does not count as a group.
    static func all(layout: Layout) -> [GroupContext] {
        let site = layout.site
        let (alone, groups) = site.componentsAndGroups
        return (alone.isEmpty ? [] : [GroupContext(alone, layout: layout)])
            + groups.map { GroupContext($0, isFolding: site.isLarge, layout: layout) }
    }

    /// Returns the content below the group's own heading on its page.
    static func only(_ group: ShownGroup, layout: Layout) -> GroupContext {
        GroupContext(group, isFolding: false, layout: layout)
    }

    private init(_ group: ShownGroup, isFolding: Bool, layout: Layout) {
        let page = layout.site.page
        name = page.groups[group.index].name
        href = layout.root + page.groups[group.index].pagePath
        kind = Localizer.kind(of: group.worst)
        state = layout.words.state(of: layout.site.components(group.components))
        self.isFolding = isFolding
        isOpen = group.worst > .operational
        rows = group.own.map { index in
            let component = page.components[index]
            // A part with one component does not have a heading that names it.
            let part =
                component.group.flatMap { $0 == group.index ? nil : page.groups[$0].name + " - " } ?? ""
            return ComponentRow(index, called: part + component.name, layout: layout)
        }
        parts = group.parts.map { PartContext($0, layout: layout) }
    }

    private init(_ alone: [Component.Index], layout: Layout) {
        (name, href, state, isFolding) = ("", "", "", false)
        let worst = layout.site.worst(of: alone)
        (kind, isOpen, parts) = (Localizer.kind(of: worst), worst > .operational, [])
        rows = alone.map { ComponentRow($0, called: layout.words.components[$0], layout: layout) }
    }
}
