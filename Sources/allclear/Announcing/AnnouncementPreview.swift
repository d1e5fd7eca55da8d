import StatusSite

/// A preview of what would be announced to whom, for the comment on a pull request.
struct AnnouncementPreview {
    /// The messages in Markdown, each with the channels to which the policy assigns it; the oldest first.
    let messages: [(channels: [String], text: String)]

    /// The number of messages for which a comment has room.
    private static let limit = 20
}

extension AnnouncementPreview {
    /// The preview in Markdown, with the messages in one fence, so that nothing in them takes effect.
    var text: String {
        guard !messages.isEmpty else { return "No messages would be sent.\n" }
        let count = messages.count == 1 ? "1 message" : "\(messages.count) messages"
        let shown = messages.prefix(Self.limit).map { message in
            let channels = message.channels.isEmpty ? "everyone" : message.channels.joined(separator: ", ")
            return "To: \(channels)\n\n\(message.text)"
        }.joined(separator: "\n---\n\n")
        let fence = String(repeating: "`", count: max(3, Self.longestRun(in: shown) + 1))
        let rest = messages.count - Self.limit
        return "\(count) would be sent:\n\n\(fence)\n\(shown)\(fence)\n"
            + (rest > 0 ? "\nand \(rest) more.\n" : "")
    }

    /// Returns the length of the longest run of backticks in the text.
    private static func longestRun(in text: String) -> Int {
        var (run, longest) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
