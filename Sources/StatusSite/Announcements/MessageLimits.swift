/// The limits of a channel, for the texts in UTF-16 units as they are sent, and for the whole message.
struct MessageLimits: Sendable {
    var title = Int.max
    /// The limit of a title with its heading.
    var heading = Int.max
    /// The limit of the update's text.
    var text = Int.max
    /// The limit of any other value.
    var value = Int.max
    /// The limit of an element of a list.
    var line = Int.max
    /// The largest number of elements in a list.
    var lines = Int.max
    /// The limit of the whole message; `nil` if only its parts are limited.
    var whole: Whole?
    /// The parts that this format has no room for.
    var omitted: Set<MessagePart> = []

    /// The limit of a whole message, and what is cut if the message is longer.
    struct Whole: Sendable {
        /// The limit in the channel's units.
        let limit: Int
        let fits: @Sendable (String) -> Bool
        /// The text that is cut first.
        var shortened = Shortened.text
        /// The length, in UTF-16 units, at which the text that is cut first remains until all parts are omitted.
        var least: Int
        /// The parts that are omitted next, the least important first.
        var omissible = MessagePart.allCases
    }

    /// A text that can be cut.
    enum Shortened: CaseIterable {
        /// The text of the update.
        case text
        /// The title of the record.
        case title
    }
}

/// A part of a message, the least important first.
///
/// What happened, the phase and the link always stay, so they are not among the parts.
enum MessagePart: CaseIterable {
    case siteTitle
    case timeline
    case nextSteps
    case runbooks
    case reference
    case internals
    case severity
    case rootCause
    case fix
    case impact
    case expected
    case nextUpdate
    case affected
    case duration
    case when
}

extension Announcer.Format {
    /// The limits of the format's messages.
    ///
    /// Sources: Slack, "Block Kit reference", header (150), section (3,000 in a text, which a list's lines share; 10
    /// fields of 2,000). Microsoft Teams, "Create an Incoming Webhook" (28 KB). Discord, "Embed limits" (title 256,
    /// description 4,096, 25 fields of 256 and 1,024, 6,000 in all). Telegram, "sendMessage" (4,096 after entities).
    /// Google Chat, "Create a message" (4,096). ntfy, "Limitations" (4,096 bytes). SMS: ``SMSCoding``.
    var limits: MessageLimits {
        switch self {
        case .slack:
            MessageLimits(title: 120, heading: 150, text: 2_800, value: 1_900, line: 120, lines: 10)
        case .teams:
            MessageLimits(
                value: 4_000, line: 500, lines: 10,
                whole: .init(limit: 28_000, fits: { $0.utf8.count <= 28_000 }, least: 4_000))
        case .discord:
            MessageLimits(
                heading: 250, text: 4_000, value: 1_000, line: 100, lines: 7,
                whole: .init(limit: 6_000, fits: { $0.utf16.count <= 6_000 }, least: 1_000))
        case .telegram, .googleChat:
            MessageLimits(
                value: 500, line: 200, lines: 10,
                whole: .init(limit: 4_096, fits: { $0.utf16.count <= 4_096 }, least: 1_000))
        case .ntfy:
            MessageLimits(
                value: 500, line: 200, lines: 10,
                whole: .init(limit: 4_096, fits: { $0.utf8.count <= 4_096 }, least: 500))
        case .sms:
            MessageLimits(
                whole: .init(
                    limit: 160, fits: { SMSCoding(for: $0).hasRoom(for: $0) }, shortened: .title, least: 36,
                    omissible: MessagePart.allCases.filter { $0 != .siteTitle }))
        case .email, .markdown, .json, .webhook: MessageLimits()
        }
    }
}

extension MessageLimits.Shortened {
    /// The limit at which it is cut.
    var limit: WritableKeyPath<MessageLimits, Int> {
        switch self {
        case .text: \.text
        case .title: \.title
        }
    }
}
