import Diagnostics

extension String {
    /// The text for use within JSON's quotation marks (RFC 8259, §7), with entities for the three characters that have
    /// a special meaning in Slack: `<!channel>` then notifies nobody.
    ///
    /// Source: Slack's documentation, "Formatting message text", on escaping.
    var escapedForSlack: String { withEntitiesForSlack.escapedInJSON }

    /// The text for use within JSON's quotation marks.
    var escapedInJSON: String {
        var bytes: [UInt8] = []
        JSONText.append(self, to: &bytes)
        return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// The length of the text as Slack counts it: an entity counts as all of its characters.
    var lengthInSlack: Int { withEntitiesForSlack.utf16.count }

    /// The text with entities for the three characters that have a special meaning in Slack.
    var withEntitiesForSlack: String {
        var bytes: [UInt8] = []
        HTMLText.append(self, quotes: false, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
