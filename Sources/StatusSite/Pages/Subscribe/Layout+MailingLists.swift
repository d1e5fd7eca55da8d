import StatusModel

extension Layout {
    /// Returns links by which readers join the mailing lists for these components, the site's first.
    func mailingLists(of components: some Sequence<Component.Index>) -> [LinkContext] {
        site.page.mailingLists(of: components).map { list, component in
            let text = component.map { words.text.subscribeEmailOnly(component: words.names(of: [$0])[0]) }
            return LinkContext(outside: list.join, text: text ?? words.text.subscribeEmail)
        }
    }
}
