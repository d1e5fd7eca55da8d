import StatusModel

/// An announcement for Microsoft Teams: the JSON of a message with an Adaptive Card, for a workflow's webhook.
///
/// Source: Adaptive Cards' schema, version 1.4.
struct TeamsMessage: ChatMessage {
    static let template = "announcement.teams"
    static let summary = "a message for Microsoft Teams, as the JSON of an Adaptive Card"
    static let escaping = Escaping.teams

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: AnnouncementContext, to destination: String?) { self.announcement = announcement }
}
