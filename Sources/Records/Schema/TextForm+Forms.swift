extension TextForm {
    /// A date, time and zone: see ``TimeExpression``.
    static let instant = TextForm(
        "\(day.pattern)([Tt]|[ \\t]+)\\d{2}:\\d{2}.*",
        "2026-01-02T17:05Z"
    )

    /// A day.
    static let day = TextForm("(19[7-9]\\d|20\\d{2})-\\d{2}-\\d{2}", "2026-01-31")

    /// The rule by which something recurs: see ``Series/Frequency/init(written:)``.
    static let recurrence = TextForm(
        "([Dd]aily|[Ww]eekly|[Ee]very[ \\t]+\\d{1,2}[ \\t]+[Ww]eeks?"
            + "|[Mm]onthly[ \\t]+on[ \\t]+the[ \\t]+\\d{1,2}[a-z]{2}([ \\t]+[A-Za-z]+)?)",
        "weekly"
    )

    /// A time of day.
    static let timeOfDay = TextForm("\\d{2}:\\d{2}.*", "09:00")

    /// A length of time: see ``Duration``.
    static let duration = TextForm(
        "([Ii][Nn][ \\t]*)?\\d{1,9}[ \\t]*[A-Za-z]+",
        "15m"
    )

    /// The address of a link: see ``isSafeAddress(_:)``.
    static let address = TextForm(
        "([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\\s]+",
        "https://example.com/help"
    )

    /// The address of a ticket, with a blank for the ticket's id.
    static let ticketAddress = TextForm(
        "([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\\s]*\\{\\}[^\\s]*",
        "https://github.com/example/service/issues/{}"
    )

    /// An email address.
    static let mailbox = TextForm("[^\\s@<>,]+@[^\\s@<>,]+", "status@lists.example.com")

    /// The address for joining or leaving a mailing list.
    static let listAddress = TextForm(
        "([Hh][Tt][Tt][Pp][Ss]://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[!-;=?-~]+",
        "https://lists.example.com/status/join")

    /// The address of a site.
    static let siteAddress = TextForm("[Hh][Tt][Tt][Pp][Ss]?://[^\\s?#\"<>]+", "https://status.example.com")

    /// A component's id.
    static let id = TextForm("[a-z0-9]([a-z0-9._-]*[a-z0-9])?", "story-api")

    /// An id of Statuspage's API.
    static let statuspageID = TextForm("[A-Za-z0-9_-]{1,64}", "kctbh9vrtdwd")

    /// A color.
    static let color = TextForm("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", "#0b57d0")

    /// A file of `static/`.
    static let staticFile = TextForm("static/.*", "static/logo.svg")

    /// An icon in `static/`.
    static let staticIcon = TextForm("static/.*\\.(svg|png)", "static/icon.svg")

    /// A language tag.
    static let language = TextForm(
        "([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*",
        "pt-BR"
    )

    /// Days of the week.
    static let weekdays = TextForm("[A-Za-z]{3,}([ \\t]*[-,][ \\t]*[A-Za-z]{3,})*", "mon-fri")

    /// A percentage from 0 to 100.
    static let percentage = TextForm("\\d{1,3}(\\.\\d{1,4})?[ \\t]*%?", "99.95")

    /// A share from 0 to 1.
    static let weight = TextForm("[01](\\.\\d{1,3})?", "0.3")
}
