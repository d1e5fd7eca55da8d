import StatusModel

/// An announcement for Slack: the JSON of a message made of blocks, for its incoming webhooks and `chat.postMessage`.
struct SlackMessage: ChatMessage {
    static let template = "announcement.slack"
    static let summary = "a message for Slack, as the JSON of its Block Kit"
    static let escaping = Escaping.slack

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) { self.announcement = announcement }
}
