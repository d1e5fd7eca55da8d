import StatusModel

extension Layout {
    /// Links by which readers join the lists that news of these components goes to, the site's first.
    func mailingLists(of components: some Sequence<Component.Index>) -> [LinkContext] {
        site.page.mailingLists(of: components).map { list, component in
            let text = component.map { words.text.subscribeEmailOnly(component: words.names(of: [$0])[0]) }
            return LinkContext(outside: list.join, text: text ?? words.text.subscribeEmail)
        }
    }
}
