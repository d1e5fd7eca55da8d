import StatusModel

/// An announcement for ntfy: the JSON of a notification, which is sent to its server's path `/`.
///
/// Source: ntfy's "Publish as JSON".
struct NtfyMessage: ChatMessage {
    static let template = "announcement.ntfy"
    static let summary = "a notification for ntfy, as JSON"
    static let escaping = Escaping.ntfy

    private let announcement: AnnouncementContext
    private let destination: String?

    static let vocabulary = Vocabulary<Self>(
        [
            .text("topic", "the topic to send it to, such as example-status") { $0.topic },
            .text("priority", "the priority, from 1 to 5: by the worst status while an incident is open") {
                "\($0.announcement.urgency.priority)"
            },
            .text("tag", "the name of the emoji in front of the title, such as orange_circle") {
                $0.announcement.urgency.tag
            },
        ] + Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) {
        (self.announcement, self.destination) = (announcement, destination)
    }

    /// The topic, of at most 64 characters.
    private var topic: String {
        destination ?? announcement.announcement.page.channelName(separator: "-", limit: 64)
    }
}
