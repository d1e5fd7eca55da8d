/// An announcement in Markdown: for a pull request, an issue, a wiki, or a chat that supports it.
struct MarkdownMessage: PageContext {
    static let template = "announcement.markdown"
    static let summary = "a message in Markdown"
    static let escaping = Escaping.markdown

    private let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })

    init(_ announcement: Announcement, in language: Language) {
        self.announcement = AnnouncementContext(announcement, in: language)
    }
}
