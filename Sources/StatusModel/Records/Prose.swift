/// A passage of a record's text, rendered once: as HTML that is safe to show, and as plain text.
public struct Prose: Hashable, Sendable {
    private var pieces: [String]
    /// The same without markup, its blocks apart by an empty line.
    public let text: String

    /// Makes a passage.
    ///
    /// - Parameters:
    ///   - pieces: the HTML, cut wherever the way to the site's root belongs: in front of `incidents/…`
    ///     in a link to another record. All but such links is the same on every page.
    ///   - text: the plain text.
    public init(html pieces: [String], text: String) {
        (self.pieces, self.text) = (pieces, text)
    }

    /// Nothing at all.
    public static let empty = Prose(html: [""], text: "")

    /// Whether there is nothing to read.
    public var isEmpty: Bool { pieces.allSatisfy(\.isEmpty) }

    /// The HTML for a page from which `root` leads to the site's root: `""` in it, `"../"` one folder
    /// down, or the site's address with a slash for readers elsewhere.
    public func html(root: String) -> String {
        pieces.count == 1 ? pieces[0] : pieces.joined(separator: root)
    }
}

extension Prose {
    /// Makes links to the pages of those records text like any other.
    public mutating func removeLinks(to slugs: Set<String>) {
        guard pieces.count > 1 else { return }
        let opening = "<a href=\""
        var kept = [pieces[0]]
        var isOpen = false
        for piece in pieces.dropFirst() {
            if let slug = Prose.slug(ofLinkBehindRoot: piece), slugs.contains(slug), let last = kept.last,
                last.hasSuffix(opening), let end = piece.firstIndex(of: ">")
            {
                let text = String(piece[piece.index(after: end)...])
                kept[kept.count - 1] = last.dropLast(opening.count) + Prose.closing(text, &isOpen)
            } else {
                // A link that holds an image from the site goes on in the next piece.
                kept.append(isOpen ? Prose.closing(piece, &isOpen) : piece)
            }
        }
        pieces = kept
    }

    /// The slug of `incidents/<slug>.html" …`, as it stood before libcmark encoded it.
    private static func slug(ofLinkBehindRoot piece: String) -> String? {
        guard piece.hasPrefix("incidents/"), let end = piece.firstRange(of: ".html\"") else { return nil }
        return decoded(piece[..<end.lowerBound].dropFirst("incidents/".count))
    }

    /// The text without the first closing tag, which is that of the link being removed: links do not nest.
    private static func closing(_ text: String, _ isOpen: inout Bool) -> String {
        guard let close = text.firstRange(of: "</a>") else {
            isOpen = true
            return text
        }
        isOpen = false
        return String(text[..<close.lowerBound] + text[close.upperBound...])
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
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
