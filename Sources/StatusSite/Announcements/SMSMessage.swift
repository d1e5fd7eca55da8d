/// An announcement as one text message.
struct SMSMessage: PageContext {
    static let template = "announcement.sms"
    static let summary =
        "a message of 160 characters at most, or of 70 where one is not in telephones' own alphabet; more are "
        + "cut, but not the link"
    static let escaping = Escaping.text

    private let announcement: AnnouncementContext
    private let recordLink: String
    private let siteLink: String

    static let vocabulary = Vocabulary<Self>(
        [
            .text("speaker", "who says it, as in Example Status:") {
                $0.phrases.announceSmsSpeaker(site: $0.announcement.siteTitle)
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
            .text("link", "the address of the record's page, or of the site where that is very long") {
                $0.link(in: .defaultAlphabet)
            },
        ] + Vocabulary<Self>.words { $0.announcement }
    )

    init(_ announcement: Announcement, in language: Language) {
        self.announcement = AnnouncementContext(announcement, in: language)
        recordLink = announcement.address(fragment: nil)
        siteLink = announcement.page.address(of: "")
    }

    /// What the template made, on one line and in one message: the words are shortened, and a link stands
    /// whole behind them.
    func text(renderedAs text: String) -> String {
        let words = text.inPlainCharacters.withSingleSpaces
        let coding = SMSCoding(for: words)
        guard coding.length(of: words) > coding.limit else { return words }
        guard let link = link(in: .defaultAlphabet), let range = words.firstRange(of: link) else {
            return words.shortened(to: coding.limit, in: coding)
        }
        let rest = (words[..<range.lowerBound] + words[range.upperBound...]).withSingleSpaces
        guard let short = self.link(in: coding) else { return rest.shortened(to: coding.limit, in: coding) }
        return rest.shortened(to: coding.limit - coding.length(of: short) - 1, in: coding) + " " + short
    }
}

private extension SMSMessage {
    /// Room for 40 characters of words is worth more than a link to the very record; a quarter of the message,
    /// more than any.
    func link(in coding: SMSCoding) -> String? {
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
