/// An announcement of 160 characters at most.
struct SMSMessage: PageContext {
    static let template = "announcement.sms"
    static let summary = "a message of 160 characters at most; more are cut, but not the link"

    private let announcement: AnnouncementContext
    private let link: String

    static let vocabulary = Vocabulary<Self>(
        [
            .text("link", "the address of the record's page, or of the site where that is very long") {
                $0.link
            }
        ] + Vocabulary<Self>.words { $0.announcement }
    )

    /// The most UTF-16 units that one message of GSM 03.38 text has.
    static let limit = 160

    init(_ announcement: Announcement, in language: Language) {
        self.announcement = AnnouncementContext(announcement, in: language)
        // Room for a few words is worth more than a link to the very record.
        let links = [announcement.address(fragment: nil), announcement.page.address(of: "")]
        link = links.first { $0.utf16.count <= Self.limit * 3 / 4 } ?? ""
    }

    /// What the template made, on one line and in no more than 160 UTF-16 units: the words are shortened, and
    /// the link stands whole behind them.
    func text(renderedAs text: String) -> String {
        let words = text.inPlainCharacters.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.utf16.count > Self.limit else { return words }
        guard !link.isEmpty, let range = words.firstRange(of: link) else {
            return words.shortened(to: Self.limit)
        }
        let rest = (words[..<range.lowerBound] + words[range.upperBound...])
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return rest.shortened(to: Self.limit - link.utf16.count - 1) + " " + link
    }
}

extension String {
    /// As many whole sentences as fit, for half of one misleads; where those leave half of the room, words.
    ///
    /// - Parameter room: in UTF-16 units.
    fileprivate func shortened(to room: Int) -> String {
        guard utf16.count > room else { return self }
        let end = indices.last { self[$0...].hasPrefix(". ") && self[...$0].utf16.count <= room }
        guard let end, self[...end].utf16.count > room / 2 else { return cut(to: room, ellipsis: "...") }
        return String(self[...end])
    }

    /// The text with typographic characters as ones that every telephone has: with one of them left, a
    /// message of 160 characters would be sent as three.
    ///
    /// Source: 3GPP TS 23.038, §6.2.1, the default alphabet.
    fileprivate var inPlainCharacters: String {
        reduce(into: "") { text, character in
            switch character {
            case "\u{2013}", "\u{2014}", "\u{2012}", "\u{2010}", "\u{2011}", "\u{2212}": text += "-"
            case "\u{2026}": text += "..."
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": text += "\""
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{0060}", "\u{00B4}": text += "'"
            case "\u{2192}": text += "->"
            case "\u{00A0}", "\u{202F}", "\u{2009}": text += " "
            case "\u{2022}", "\u{00B7}": text += "-"
            default: text.append(character)
            }
        }
    }
}
