/// A passage of a record's text, rendered once: as HTML that is safe to show, and as plain text.
public struct Prose: Hashable, Sendable {
    /// The HTML up to the first place where the path to the site's root belongs; usually all of it.
    private var html: String
    /// The rest, if any.
    private var more: Boxed<More>?

    private struct More: Hashable {
        /// The pieces of HTML after each such place.
        var html: [String]
        /// The plain text; `nil` if it follows from the HTML.
        var text: String?
    }

    /// Makes a passage.
    ///
    /// - Parameters:
    ///   - pieces: the HTML, cut wherever the path to the site's root belongs: in front of `incidents/…` in a link to
    ///     another record. Everything but such links is the same on every page.
    ///   - text: the plain text. It is stored only if it does not follow from the HTML.
    public init(html pieces: [String], text: String) {
        html = pieces.first ?? ""
        let rest = Array(pieces.dropFirst())
        let isSaid = rest.isEmpty && PlainText(of: html)?.text == text
        if !isSaid { more = Boxed(More(html: rest, text: text)) }
    }

    /// A passage without content.
    public static let empty = Prose(html: [], text: "")

    /// Whether there is nothing to read.
    public var isEmpty: Bool { html.isEmpty && rest.allSatisfy(\.isEmpty) }

    private var rest: [String] { more?.value.html ?? [] }

    /// The passage without markup, with an empty line between blocks.
    public var text: String { more?.value.text ?? PlainText(of: html)?.text ?? "" }

    /// Returns the HTML for a page.
    ///
    /// - Parameter root: the path from the page to the site's root: `""` at the root, `"../"` one folder down, or the
    ///   site's address with a slash for other readers.
    public func html(root: String) -> String {
        rest.reduce(into: html) { $0 += root + $1 }
    }
}

extension Prose {
    /// Returns the HTML for readers elsewhere, in feeds and emails.
    ///
    /// They show no controls and do not have the site's style sheet, so that the box of a task becomes a character.
    ///
    /// - Parameter root: the site's address with a slash.
    public func htmlForReaders(root: String) -> String {
        var html = html(root: root)
        return html.withUTF8(Prose.forReaders) ?? html
    }

    /// Returns the HTML adapted for such readers, or `nil` if nothing changes.
    private static func forReaders(_ html: UnsafeBufferPointer<UInt8>) -> String? {
        var output: [UInt8] = []
        var (written, place) = (0, 0)
        while let tag = html[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = tag + 1
            let found = replacements.first { html[tag...].starts(with: $0.markup.utf8) }
            guard let (markup, plain) = found else { continue }
            output += html[written..<tag]
            output += plain.utf8
            place = tag + markup.utf8.count
            written = place
        }
        return written == 0 ? nil : String(decoding: output + html[written...], as: UTF8.self)
    }

    /// Tags that only the program makes, since what authors write is escaped.
    private static let replacements: [(markup: String, plain: String)] = [
        ("<input type=\"checkbox\" disabled />", "\u{2610}"),
        ("<input type=\"checkbox\" checked disabled />", "\u{2611}"),
        ("<td class=\"right\">", "<td align=\"right\">"),
        ("<td class=\"center\">", "<td align=\"center\">"),
        ("<th class=\"right\">", "<th align=\"right\">"),
        ("<th class=\"left\">", "<th align=\"left\">"),
    ]
}

extension Prose {
    /// Turns links to the pages of those records into plain text.
    public mutating func removeLinks(to slugs: Set<String>) {
        removeLinks { path in
            path.hasPrefix("incidents/") && path.hasSuffix(".html")
                && slugs.contains(String(path.dropFirst("incidents/".count).dropLast(".html".count)))
        }
    }

    /// Turns links to the site's files that meet the condition into plain text.
    ///
    /// - Parameter leadNowhere: whether links to a path in the output are removed.
    public mutating func removeLinks(where leadNowhere: (String) -> Bool) {
        guard !rest.isEmpty else { return }
        let opening = "<a href=\"".utf8
        var kept: [String] = []
        // Additions to the latest piece are made in place, since a record may have any number of such links in a row.
        var latest = Array(html.utf8)
        var isOpen = false
        for piece in rest {
            if latest.suffix(opening.count).elementsEqual(opening),
                let end = piece.utf8.firstIndex(of: UInt8(ascii: ">")),
                leadNowhere(Prose.path(atStartOf: piece))
            {
                latest.removeLast(opening.count)
                latest += Prose.closing(piece.utf8[piece.utf8.index(after: end)...], &isOpen)
            } else {
                kept.append(String(decoding: latest, as: UTF8.self))
                // A link around an image from the site continues in the next piece.
                latest = isOpen ? Prose.closing(piece.utf8[...], &isOpen) : Array(piece.utf8)
            }
        }
        self = Prose(html: kept + [String(decoding: latest, as: UTF8.self)], text: text)
    }

    /// Returns the path of a link's address, as it was before libcmark encoded it, without its query and fragment.
    private static func path(atStartOf piece: String) -> String {
        decoded(piece.utf8.prefix { !"\"?#".utf8.contains($0) })
    }

    /// Returns the text without the first closing tag, which belongs to the link being removed, since links do not
    /// nest.
    private static func closing(_ text: Substring.UTF8View, _ isOpen: inout Bool) -> [UInt8] {
        let bytes = Array(text)
        guard let close = bytes.firstRange(of: Array("</a>".utf8)) else {
            isOpen = true
            return bytes
        }
        isOpen = false
        return Array(bytes[..<close.lowerBound] + bytes[close.upperBound...])
    }

    private static func decoded(_ text: Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let digits = String(rest.prefix(2)),
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
