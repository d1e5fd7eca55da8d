import Diagnostics

/// The way in which values are escaped in a template, which depends on the format that it produces.
///
/// The last suffix of the template's name decides, such as that of `announcement.slack`: values are escaped as in the
/// message's template with the same suffix. A template without a known suffix produces HTML.
enum Escaping: String, CaseIterable {
    /// HTML, between tags or in a quoted attribute.
    case html = "HTML"
    /// Text within JSON's quotation marks, which Slack shows literally.
    case slack = "Slack's JSON"
    /// The same for a card in Teams.
    case teams = "Teams' JSON"
    /// The same for Discord.
    case discord = "Discord's JSON"
    /// The same for Telegram's HTML.
    case telegram = "Telegram's JSON"
    /// The same for Google Chat.
    case googleChat = "Google Chat's JSON"
    /// The same for ntfy, which shows text without markup.
    case ntfy = "ntfy's JSON"
    /// CommonMark, where values are text without markup.
    case markdown = "Markdown"
    /// Text without markup.
    case text = "plain text"
}

extension Escaping {
    /// Makes the escaping of a template.
    ///
    /// - Parameter name: the template's name, without `.mustache`.
    init(ofTemplate name: String) {
        self = Self.suffix(of: name).flatMap { Self.bySuffix[$0] } ?? .html
    }

    private static let bySuffix = Dictionary(
        SiteTemplates.messages.compactMap { page in
            suffix(of: page.template).map { ($0, page.escaping) }
        },
        uniquingKeysWith: { first, _ in first }
    )

    private static func suffix(of name: String) -> Substring? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...] }
    }

    /// Whether the template produces JSON.
    var isJSON: Bool {
        switch self {
        case .slack, .teams, .discord, .telegram, .googleChat, .ntfy: true
        case .html, .markdown, .text: false
        }
    }

    /// Appends the text, escaped.
    func append(_ text: String, to output: inout [UInt8]) {
        switch self {
        case .html: HTMLText.append(text, to: &output)
        default: output += escape(text).utf8
        }
    }

    /// Appends an absolute address, escaped as the template links to it.
    func append(address: String, to output: inout [UInt8]) {
        switch self {
        case .teams, .discord, .ntfy: output += address.escapedInJSON.utf8
        case .googleChat: output += address.percentEncodedForGoogleChat.escapedInJSON.utf8
        case .telegram: output += HTMLText.escaped(address).escapedInJSON.utf8
        case .html, .slack, .markdown, .text: append(address, to: &output)
        }
    }

    /// Returns the text, escaped.
    func escape(_ text: String) -> String {
        let sent = withoutMarkup(text)
        return isJSON ? sent.escapedInJSON : sent
    }

    /// Returns the text as the channel has to receive it to show it literally, without notifying anyone or linking
    /// anywhere.
    func withoutMarkup(_ text: String) -> String {
        switch self {
        case .html: HTMLText.escaped(text)
        case .slack: text.withEntitiesForSlack
        case .teams, .discord, .googleChat: text.withoutChatMarkup
        case .telegram: text.withEntitiesForSlack.withoutMentions
        case .markdown: text.escapedForMarkdown
        case .ntfy, .text: text
        }
    }

    /// Returns the length of the text as a channel counts it, in UTF-16 units.
    func length(of text: String) -> Int { withoutMarkup(text).utf16.count }
}
