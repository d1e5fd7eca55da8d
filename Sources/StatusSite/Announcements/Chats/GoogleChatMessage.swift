import StatusModel

/// An announcement for Google Chat: the JSON of a text message, for a space's webhook.
///
/// Source: Google Chat's "Format messages".
struct GoogleChatMessage: ChatMessage {
    static let template = "announcement.google-chat"
    static let summary = "a message for Google Chat, as JSON with its text"
    static let escaping = Escaping.googleChat

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) { self.announcement = announcement }
}
