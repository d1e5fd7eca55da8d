import StatusModel

extension Team {
    /// Returns the address of a ticket; `nil` if the site does not define it.
    ///
    /// A `#` in front of a name is ignored.
    func address(ofTicket name: String) -> String? {
        guard let ticketAddress else { return nil }
        let words = name.hasPrefix("#") ? String(name.dropFirst()) : name
        return words.isEmpty ? nil : ticketAddress.replacing(Team.ticketBlank, with: words.percentEncoded)
    }

    /// Returns HTML of a ticket: with markup as its author wrote it, or else as a link if the site defines its address.
    func html(ofTicket name: String, prose: InlineProse?) -> HTML {
        if let prose { return HTML(prose) }
        let address = address(ofTicket: name)
        return address.map { LinkContext(outside: $0, text: name).html } ?? HTML(escaping: name)
    }
}

extension HTML {
    /// Makes HTML of a short text: as it was rendered, or else its words.
    init(_ prose: InlineProse) {
        self = prose.html.map(HTML.init(rendered:)) ?? HTML(escaping: prose.text)
    }
}
