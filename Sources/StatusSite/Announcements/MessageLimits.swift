/// What a channel takes: how long texts may be, in UTF-16 units as they are sent, and the message as a whole.
struct MessageLimits: Sendable {
    var title = Int.max
    /// Of a title with what it is the title of.
    var heading = Int.max
    /// Of what was said.
    var text = Int.max
    /// Of any other value.
    var value = Int.max
    /// Of an element of a list.
    var line = Int.max
    /// How many elements of a list there are at most.
    var lines = Int.max
    /// Of the message as a whole; `nil` if only its parts are limited.
    var whole: Whole?
    /// The parts that this format has no room for.
    var omitted: Set<MessagePart> = []

    /// How long a message may be, and what of it goes if it is longer.
    struct Whole: Sendable {
        /// In the channel's units.
        let limit: Int
        let fits: @Sendable (String) -> Bool
        /// What is cut first.
        var shortened = Shortened.text
        /// How long what is cut first stays, in UTF-16 units, until all else has gone.
        var least: Int
        /// What goes then, the least important first.
        var omissible = MessagePart.allCases
    }

    /// A text that can be cut.
    enum Shortened: CaseIterable {
        /// What was said.
        case text
        /// The record's title.
        case title
    }
}

/// A part of a message, the least important first. What happened, the phase and the link are none: they stay.
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
    /// What a message of the format may hold.
    ///
    /// Sources: Slack, "Block Kit reference", header (150), section (3,000 in a text, of which a list's lines have a share
    /// each; 10 fields of 2,000). Microsoft Teams, "Create an Incoming Webhook" (28 KB). Discord, "Embed limits" (title 256,
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
    /// The limit that cuts it.
    var limit: WritableKeyPath<MessageLimits, Int> {
        switch self {
        case .text: \.text
        case .title: \.title
        }
    }
}
