import StatusModel

/// The subject of an announcement by email.
struct EmailSubject: PageContext {
    static let template = "announcement.email-subject"
    static let summary = "the subject of an email"
    static let escaping = Escaping.text

    let announcement: AnnouncementContext

    static let vocabulary = Vocabulary<Self>(Vocabulary<Self>.words { $0.announcement })
}

/// The part of an email for readers without HTML.
struct EmailText: PageContext {
    static let template = "announcement.email-text"
    static let summary = "an email's text for readers without HTML"
    static let escaping = Escaping.text

    let announcement: AnnouncementContext
    /// The address at which readers can leave the list that it is sent to.
    let leave: String?

    static let vocabulary = Vocabulary<Self>(
        [.address("leave", leaveSummary) { $0.leave }] + Vocabulary<Self>.words { $0.announcement })
}

/// The part of an email in HTML.
struct EmailHTML: PageContext {
    static let template = "announcement.email"
    static let summary = "an email's HTML"

    let announcement: AnnouncementContext
    let body: HTML
    /// The address at which readers can leave the list that it is sent to.
    let leave: String?

    static let vocabulary = Vocabulary<Self>(
        [
            .html("body", "the text of the update, with absolute links; may be empty") { $0.body },
            .address("leave", leaveSummary) { $0.leave },
            .text("language", "the site's language, such as `en`") {
                $0.announcement.announcement.page.language
            },
            .flag("isRightToLeft", "whether the language is written from right to left") { $0.isRightToLeft },
            .text("start", "the side on which lines begin: `left` or `right`") {
                $0.isRightToLeft ? "right" : "left"
            },
        ] + Vocabulary<Self>.words { $0.announcement }
    )
}

private let leaveSummary =
    "the address for leaving the mailing list that it is sent to; empty if it is not sent to one"

private extension EmailHTML {
    var isRightToLeft: Bool { announcement.words.conventions.isRightToLeft }
}
