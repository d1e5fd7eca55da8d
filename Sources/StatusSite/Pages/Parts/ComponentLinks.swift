import StatusModel

extension Layout {
    /// Returns a link to the component's page.
    func link(to component: Component.Index) -> LinkContext {
        LinkContext(
            text: words.names(of: [component])[0],
            href: "\(root)components/\(site.page.components[component].id).html"
        )
    }

    /// Returns the worst status of each component with links, such as "Story API major outage, Website partial outage".
    ///
    /// The worst come first, and four are named if there are more than five.
    func links(to effects: [(component: Component.Index, status: ComponentStatus)]) -> HTML {
        let worst = effects.reduce(into: [Component.Index: ComponentStatus]()) { worst, effect in
            worst[effect.component] = max(worst[effect.component] ?? .operational, effect.status)
        }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = worst.prefix(worst.count > 5 ? 4 : 5).map { component, status in
            words.html.statusOfComponent(
                component: link(to: component).html, status: HTML(escaping: words.phrase(for: status)))
        }
        let list = HTML(rendered: words.enumeration(shown.map(\.source)))
        return worst.count > shown.count ? words.html.listMore(worst.count - shown.count, list: list) : list
    }
}
