import Reliability
import StatusModel

/// All components from A to Z, for readers who know the name of what does not work.
struct ComponentsPage: PageContext {
    static let template = "components"
    static let summary = "the list of all components from A to Z, with their status"

    let head: Head
    let rows: [ListedComponent]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + [
            .list("rows", "the components that are not retired, by name") { $0.rows }
        ]
    )

    init(layout: Layout) {
        let components = layout.site.currentComponents
        head = Head(layout: layout, title: layout.words.text.componentsTitle, summary: "", path: Self.path)
        let names = components.map { (name: layout.site.page.components[$0].name.lowercased(), place: $0) }
        rows = names.sorted { ($0.name, $0.place) < ($1.name, $1.place) }
            .map { ListedComponent($0.place, layout: layout) }
    }

    /// Its path from the site's root.
    static let path = "components.html"
}

/// A component in the list of all.
struct ListedComponent: TemplateContext {
    let name: String
    let href: String
    let kind: String
    let status: String
    let group: LinkContext?

    static let vocabulary = Vocabulary<Self>([
        .text("name", "its name") { $0.name },
        .text("href", "the address of its page") { $0.href },
        .text("kind", "its current status, such as `major`") { $0.kind },
        .text("status", "its current status in words") { $0.status },
        .section("group", "the link to its group; empty if it has none") { $0.group },
    ])

    fileprivate init(_ index: Component.Index, layout: Layout) {
        let page = layout.site.page
        name = page.components[index].name
        href = "\(layout.root)components/\(page.components[index].id).html"
        let now = layout.site.history.status(of: index)
        (kind, status) = (Localizer.kind(of: now), layout.words.label(of: now))
        group = page.components[index].group.map {
            LinkContext(text: page.fullName(of: $0), href: layout.root + page.groups[$0].pagePath)
        }
    }
}
