import Diagnostics

extension String {
    /// The text for use within JSON's quotation marks (RFC 8259, §7), with the three characters that Slack
    /// gives a meaning of its own as entities: so that `<!channel>` calls nobody.
    ///
    /// Source: Slack's documentation, "Formatting message text", on escaping.
    var escapedForSlack: String { withEntitiesForSlack.escapedInJSON }

    /// The text for use within JSON's quotation marks.
    var escapedInJSON: String {
        var bytes: [UInt8] = []
        JSONText.append(self, to: &bytes)
        return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// How much Slack counts it: an entity as its own characters.
    var lengthInSlack: Int { withEntitiesForSlack.utf16.count }

    /// The text with the three characters that Slack gives a meaning of its own as entities.
    var withEntitiesForSlack: String {
        var bytes: [UInt8] = []
        HTMLText.append(self, quotes: false, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
