import StatusModel

/// An announcement as one text message.
struct SMSMessage: PageContext {
    static let template = "announcement.sms"
    static let summary =
        "a message of 160 characters at most, or of 70 where one is not in telephones' own alphabet; where there are "
        + "more, `speaker` is empty, then the title is cut, then what else does not fit, but not the link"
    static let escaping = Escaping.text

    private let announcement: AnnouncementContext
    private let recordLink: String?
    private let siteLink: String
    /// Whether it says who says it.
    private let isSpeakerNamed: Bool

    static let vocabulary = Vocabulary<Self>(
        [
            .text("speaker", "who says it, as in Example Status: (empty where room is short)") {
                $0.isSpeakerNamed ? $0.phrases.announceSmsSpeaker(site: $0.announcement.siteTitle) : ""
            },
            .text("maintenanceAhead", "that it is maintenance, and when; may be empty") {
                $0.maintenanceAhead
            },
            .text("whatSentence", "the title with the phase, in a sentence") { $0.whatSentence },
            .text("affectedSentence", "the components, in a sentence; may be empty") {
                $0.sentence($0.announcement.affected) { $0.sentence(words: $1) }
            },
            .text("durationSentence", "how long it lasted, in a sentence; empty while it lasts") {
                $0.sentence($0.announcement.duration) { $0.announceSmsLasted(duration: $1) }
            },
            .text("nextUpdateSentence", "when the next update is promised, in a sentence; may be empty") {
                $0.sentence($0.announcement.nextUpdate) { $0.announceSmsNextUpdate(time: $1) }
            },
            .text(
                "link",
                "the address of the record's page, or of the site where that is very long; empty if the public cannot read it"
            ) { $0.link(in: .defaultAlphabet) ?? "" },
        ] + Vocabulary<Self>.words { $0.announcement }
    )

    /// - Parameters:
    ///   - title: the record's title, cut.
    ///   - isSpeakerNamed: whether it says who says it.
    init(
        _ announcement: Announcement, in language: Language, title: String? = nil, isSpeakerNamed: Bool = true
    ) {
        var announcement = announcement
        if let title { announcement.record.title = title }
        self.announcement = AnnouncementContext(announcement, in: language)
        self.isSpeakerNamed = isSpeakerNamed
        recordLink = announcement.address(fragment: nil)
        siteLink = announcement.page.address(of: "")
    }
}

extension SMSMessage {
    /// What the template makes of the announcement, on one line and in one message. Where room is short, first the site's
    /// name goes, as the link has it too. Then the title is cut to what all else leaves, if that is a third of the room, or
    /// to what the phase behind it leaves; and then sentences from the end are left out.
    static func text(of announcement: Announcement, by templates: SiteTemplates) -> String {
        let written = { (title: String?, isSpeakerNamed: Bool) in
            let message = SMSMessage(
                announcement, in: templates.language, title: title, isSpeakerNamed: isSpeakerNamed)
            return Draft(of: message, renderedAs: templates.text(message))
        }
        let whole = written(nil, true)
        guard !whole.hasRoom else { return whole.text }
        let isSpeakerNamed = whole.link == nil
        let plain = isSpeakerNamed ? whole : written(nil, false)
        guard !plain.hasRoom else { return plain.text }
        let title = announcement.record.title.inPlainCharacters.withSingleSpaces
        let length = plain.coding.length(of: title)
        let cut = { (excess: Int) in
            let room = length - excess
            let short = title.cut(to: room, ellipsis: "...") { plain.coding.length(of: $0) }
            return written(short, isSpeakerNamed)
        }
        if length - plain.excess >= plain.room / 3 {
            let draft = cut(plain.excess)
            if draft.hasRoom { return draft.text }
        }
        let excess = plain.excessOfPhase
        return (excess > 0 && length - excess > 3 ? cut(excess) : plain).text
    }

    /// A message that may be too long.
    private struct Draft {
        /// All of it, with the link where the template has it.
        let whole: String
        /// The words without the link.
        let words: String
        /// The link that there is room for behind them; `nil` if there is none.
        let link: String?
        let coding: SMSCoding
        /// The sentence with the title and the phase.
        let whatSentence: String

        init(of message: SMSMessage, renderedAs text: String) {
            whole = text.inPlainCharacters.withSingleSpaces
            coding = SMSCoding(for: whole)
            whatSentence = message.whatSentence.inPlainCharacters.withSingleSpaces
            guard let link = message.link(in: .defaultAlphabet), let range = whole.firstRange(of: link) else {
                (words, self.link) = (whole, nil)
                return
            }
            words = (whole[..<range.lowerBound] + whole[range.upperBound...]).withSingleSpaces
            self.link = message.link(in: coding)
        }

        /// How much the words may have, in the coding's units.
        var room: Int { coding.limit - (link.map { coding.length(of: $0) + 1 } ?? 0) }

        var excess: Int { coding.length(of: words) - room }

        var hasRoom: Bool { coding.length(of: whole) <= coding.limit || excess <= 0 }

        /// By how much it is too long as far as the phase, where the template has it behind the title.
        var excessOfPhase: Int {
            words.firstRange(of: whatSentence).map { coding.length(of: words[..<$0.upperBound]) - room } ?? 0
        }

        /// It, in one message: what does not fit is left out.
        var text: String {
            if coding.length(of: whole) <= coding.limit { return whole }
            return words.shortened(to: room, in: coding) + (link.map { " " + $0 } ?? "")
        }
    }
}

private extension SMSMessage {
    /// Room for 40 characters of words is worth more than a link to the very record; a quarter of the message,
    /// more than any.
    func link(in coding: SMSCoding) -> String? {
        guard let recordLink else { return nil }
        if coding.length(of: recordLink) <= coding.limit - 40 { return recordLink }
        return coding.length(of: siteLink) <= coding.limit * 3 / 4 ? siteLink : nil
    }

    var phrases: Phrases<String> { announcement.words.text }

    var maintenanceAhead: String {
        announcement.isA(.maintenance) ? phrases.announceSmsMaintenance(when: announcement.when) : ""
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
    /// As many whole sentences as fit, for half of one misleads; where those leave half of the room, words.
    ///
    /// - Parameter room: in the coding's units.
    fileprivate func shortened(to room: Int, in coding: SMSCoding) -> String {
        guard coding.length(of: self) > room else { return self }
        let end = indices.dropLast().last { place in
            ".。।۔".contains(self[place]) && self[index(after: place)] == " "
                && coding.length(of: self[...place]) <= room
        }
        guard let end, coding.length(of: self[...end]) > room / 2 else {
            return cut(to: room, ellipsis: "...") { coding.length(of: $0) }
        }
        return String(self[...end])
    }

    /// The text with typographic characters as ones that every telephone has: with one of them left, a
    /// message of 160 characters would be sent as three.
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
