import StatusModel

/// An announcement for Slack: the JSON of a message made of blocks, as its incoming webhooks and
/// `chat.postMessage` take it.
struct SlackMessage: PageContext {
    static let template = "announcement.slack"
    static let summary = "a message for Slack, as the JSON of its Block Kit"
    static let escaping = Escaping.slack

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })

    /// Cuts texts to what Slack takes: 150 characters in a header, 3,000 in a section's text, of which a
    /// list's lines have a share each, and 2,000 in a field.
    ///
    /// Source: Slack's "Block Kit reference", header and section blocks.
    init(_ announcement: Announcement, in language: Language) {
        self.announcement = AnnouncementContext(
            announcement,
            in: language,
            lengths: AnnouncementContext.Lengths(
                title: 120,
                heading: 150,
                text: 2_800,
                value: 1_900,
                line: 120,
                lines: 10
            )
        )
    }
}

extension [UInt8] {
    /// JSON without the white space between its values, and without commas in front of a closing bracket:
    /// in a template each element of a list can end in one, whether or not another follows.
    var compactJSON: [UInt8] {
        var compact: [UInt8] = []
        var (isInText, isEscaped) = (false, false)
        for byte in self where isInText || !" \n\r\t".utf8.contains(byte) {
            if !isInText, "]}".utf8.contains(byte), compact.last == UInt8(ascii: ",") { compact.removeLast() }
            compact.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInText.toggle()
            } else {
                isEscaped = isInText && byte == UInt8(ascii: "\\")
            }
        }
        return compact
    }
}
