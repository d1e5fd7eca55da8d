import StatusModel

extension Team {
    /// Where the ticket of that name is found; `nil` if the site does not say. A `#` in front of a name is no part of it.
    func address(ofTicket name: String) -> String? {
        guard let ticketAddress else { return nil }
        let words = name.hasPrefix("#") ? String(name.dropFirst()) : name
        return words.isEmpty ? nil : ticketAddress.replacing(Team.ticketBlank, with: words.percentEncoded)
    }

    /// HTML of a ticket: with marks as its author wrote it, else as a link to where it is found, if the site says where.
    func html(ofTicket name: String, prose: InlineProse?) -> HTML {
        if let prose { return HTML(prose) }
        let address = address(ofTicket: name)
        return address.map { LinkContext(outside: $0, text: name).html } ?? HTML(escaping: name)
    }
}

extension HTML {
    /// A short text: as it was rendered, else its words.
    init(_ prose: InlineProse) {
        self = prose.html.map(HTML.init(rendered:)) ?? HTML(escaping: prose.text)
    }
}
