import StatusModel

/// An announcement for Telegram: the JSON for a bot's `sendMessage`, whose text is HTML.
///
/// Source: Telegram's "Bot API", `sendMessage` and "HTML style".
struct TelegramMessage: ChatMessage {
    static let template = "announcement.telegram"
    static let summary = "a message for Telegram, as the JSON of `sendMessage`"
    static let escaping = Escaping.telegram

    private let announcement: AnnouncementContext
    private let destination: String?

    static let vocabulary = Vocabulary<Self>(
        [
            .address("chat", "the chat to send it to, such as @example_status") { $0.chat }
        ] + Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) {
        (self.announcement, self.destination) = (announcement, destination)
    }

    /// The chat, as the name of a public channel with at most 32 characters.
    private var chat: String {
        destination ?? "@" + announcement.announcement.page.channelName(separator: "_", limit: 32)
    }
}
