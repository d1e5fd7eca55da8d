import StatusModel

/// An announcement as one text message.
struct SMSMessage: PageContext {
    static let template = "announcement.sms"
    static let summary =
        "a text message of at most 160 characters, or 70 if one of them is not in the default SMS alphabet; if it is too "
        + "long, names are left empty, the least important first, and the title is cut, but the phase and the link stay"
    static let escaping = Escaping.text

    private let announcement: AnnouncementContext
    private let link: String?

    static let vocabulary = Vocabulary<Self>(
        [
            .text("speaker", "the sender, for example Example Status: (empty if there is not enough room)") {
                $0.sentence($0.announcement.siteTitle) { $0.announceSmsSpeaker(site: $1) }
            },
            .text("maintenanceAhead", "a sentence that announces maintenance and its time; may be empty") {
                $0.maintenanceAhead
            },
            .text("whatSentence", "a sentence with the title and the phase") { $0.whatSentence },
            .text("affectedSentence", "a sentence with the components; may be empty") {
                $0.sentence($0.announcement.affected) { $0.sentence(words: $1) }
            },
            .text(
                "changeSentence",
                "for announced maintenance whose components changed, a sentence with the change; otherwise empty"
            ) { $0.announcement.unless(.affected) { $0.announcement.isUnwritten ? $0.said : "" } },
            .text("durationSentence", "a sentence that says how long it lasted; empty while it lasts") {
                $0.sentence($0.announcement.duration) { $0.announceSmsLasted(duration: $1) }
            },
            .text("nextUpdateSentence", "a sentence that says when the next update is promised; may be empty")
            {
                $0.sentence($0.announcement.nextUpdate) { $0.announceSmsNextUpdate(time: $1) }
            },
            .text(
                "link",
                "the address of the record's page, or of the site if that is very long; empty if the public cannot read it"
            ) { $0.link },
        ] + Vocabulary<Self>.words { $0.announcement }
    )
}

extension SMSMessage {
    /// Returns the announcement on one line and in one message.
    ///
    /// If there is not enough room, the site's name is omitted first, because the link contains it, too.
    static func text(of announcement: Announcement, by templates: SiteTemplates) -> String {
        func text(_ limits: MessageLimits, _ link: String?) -> String {
            let context = AnnouncementContext(announcement, in: templates.language, limits: limits)
            return templates.text(SMSMessage(announcement: context, link: link)).inPlainCharacters
                .withSingleSpaces
        }
        var limits = Announcer.Format.sms.limits
        let whole = text(limits, announcement.link(in: .defaultAlphabet))
        let coding = SMSCoding(for: whole)
        guard !coding.hasRoom(for: whole) else { return whole }
        let link = announcement.link(in: coding)
        let room = coding.limit - (link.map { coding.length(of: $0) + 1 } ?? 0)
        limits.whole?.least = room / 3
        // Without a link, the message needs the site's name.
        if link != nil { limits.omitted.insert(.siteTitle) }
        let message = MessageCut(limits: limits) { text($0, link) }.message
        // The parts that were left out may have needed the other alphabet.
        guard !SMSCoding(for: message).hasRoom(for: message) else { return message }
        // The template's own words are too long for one message.
        let words = (link.map { message.replacing($0, with: "") } ?? message).withSingleSpaces
        return words.cut(to: room, ellipsis: "...") { coding.length(of: $0) } + (link.map { " " + $0 } ?? "")
    }
}

extension Announcement {
    /// Returns the record's address if it leaves 40 characters for words, or else the site's if it leaves a quarter of
    /// the message; `nil` if neither does.
    fileprivate func link(in coding: SMSCoding) -> String? {
        guard let recordLink = address(fragment: nil) else { return nil }
        if coding.length(of: recordLink) <= coding.limit - 40 { return recordLink }
        let siteLink = page.address(of: "")
        return coding.length(of: siteLink) <= coding.limit * 3 / 4 ? siteLink : nil
    }
}

private extension SMSMessage {
    var phrases: Phrases<String> { announcement.words.text }

    var maintenanceAhead: String {
        guard announcement.isA(.maintenance) else { return "" }
        return sentence(announcement.when) { $0.announceSmsMaintenance(when: $1) }
    }

    var whatSentence: String {
        let (title, status) = (announcement.title, announcement.status)
        return status.isEmpty
            ? phrases.sentence(words: title) : phrases.announceSmsTitle(status: status, title: title)
    }

    func sentence(_ value: String, _ sentence: (Phrases<String>, String) -> String) -> String {
        value.isEmpty ? "" : sentence(phrases, value)
    }
}

extension StringProtocol {
    fileprivate var withSingleSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension String {
    /// The text with typographic characters replaced by ones that every phone has: if a single one remained, a message
    /// of 160 characters would be sent as three.
    ///
    /// Source: 3GPP TS 23.038, §6.2.1, the default alphabet.
    fileprivate var inPlainCharacters: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\u{2013}", "\u{2014}", "\u{2012}", "\u{2010}", "\u{2011}", "\u{2212}": text += "-"
            case "\u{2026}": text += "..."
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": text += "\""
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{0060}", "\u{00B4}": text += "'"
            case "\u{2192}": text += "->"
            case "\u{00A0}", "\u{202F}", "\u{2009}": text += " "
            case "\u{2022}", "\u{00B7}": text += "-"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
