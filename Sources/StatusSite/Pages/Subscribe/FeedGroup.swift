import StatusModel

/// A list of feeds of single components and groups.
///
/// A small site has one list. A large site has a folded list for each group, so that the page is as short with two
/// hundred components as with twenty.
struct FeedGroup: TemplateContext {
    /// The heading that unfolds the list; empty on a small site.
    let name: String
    let feeds: [LinkContext]

    static let vocabulary = Vocabulary<Self>([
        .text(
            "name", "the heading that opens the list, such as a group's name; empty if nothing is collapsed"
        ) { $0.name },
        .list("feeds", "the feeds of the group and its parts, then those of their components") { $0.feeds },
    ])
}

extension FeedGroup {
    static func all(layout: Layout) -> [FeedGroup] {
        let (site, page) = (layout.site, layout.site.page)
        guard site.isLarge else {
            let feeds = layout.feeds(ofGroups: site.shownGroups) + layout.feeds(of: site.currentComponents)
            return feeds.isEmpty ? [] : [FeedGroup(name: "", feeds: feeds)]
        }
        let groups = site.shownGroups.filter { page.groups[$0].parent == nil }
        let alone = site.currentComponents.filter { page.components[$0].group == nil }
        let folded = groups.map { group in
            let parts = site.partsByGroup[group].filter(site.shownGroups.contains)
            return FeedGroup(
                name: page.groups[group].name,
                feeds: layout.feeds(ofGroups: [group] + parts)
                    + layout.feeds(of: site.componentsByGroup[group].filter(site.isInService))
            )
        }
        guard !alone.isEmpty else { return folded }
        let text = layout.words.text
        let name = groups.isEmpty ? text.subscribeComponents(alone.count) : text.subscribeOthers(alone.count)
        return folded + [FeedGroup(name: name, feeds: layout.feeds(of: alone))]
    }
}

private extension Layout {
    func feeds(ofGroups groups: [ComponentGroup.Index]) -> [LinkContext] {
        groups.map { group in
            LinkContext(
                text: site.page.fullName(of: group), href: root + site.page.groups[group].feedPath)
        }
    }

    func feeds(of components: [Component.Index]) -> [LinkContext] {
        components.map { component in
            LinkContext(
                text: words.components[component],
                href: "\(root)components/\(site.page.components[component].id).xml")
        }
    }
}
