import StatusModel

/// An announcement for Discord: the JSON of a message with an embed, for its webhooks.
///
/// Source: Discord's developer documentation, "Execute Webhook" and "Embed Object".
struct DiscordMessage: ChatMessage {
    static let template = "announcement.discord"
    static let summary = "a message for Discord, as the JSON of a webhook"
    static let escaping = Escaping.discord

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(
        [
            .text(
                "username",
                "the site's title, up to 80 characters; empty if Discord would refuse the name"
            ) { $0.username },
            .text("color", "the color of the message's edge, as a number") {
                "\($0.announcement.urgency.color)"
            },
            .text("timestamp", "the time of the update, for example 2026-01-02T17:05:00Z") {
                $0.announcement.announcement.at.description
            },
        ] + Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) { self.announcement = announcement }

    private var username: String {
        let name = announcement.announcement.page.title.onOneLine.cut(to: 80, length: announcement.length)
        let isRefused = ["discord", "clyde"].contains { name.lowercased().contains($0) }
        return isRefused ? "" : name
    }
}
