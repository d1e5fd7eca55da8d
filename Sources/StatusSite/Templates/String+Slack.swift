extension String {
    /// The text for use within JSON's quotation marks (RFC 8259, §7), with the three characters that Slack
    /// gives a meaning of its own as entities: so that `<!channel>` calls nobody.
    ///
    /// Source: Slack's documentation, "Formatting message text", on escaping.
    var escapedForSlack: String {
        var bytes: [UInt8] = []
        withEntitiesForSlack.append(to: &bytes)
        return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    private var withEntitiesForSlack: String {
        var text = ""
        for scalar in unicodeScalars {
            if let entity = scalar.slackEntity { text += entity } else { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// What stands for the character in a message for Slack, where it cannot stand for itself.
    var slackEntity: String? {
        switch self {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: nil
        }
    }
}
