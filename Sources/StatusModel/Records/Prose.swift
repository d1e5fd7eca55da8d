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
        var kept = [pieces[0]]
        for piece in pieces.dropFirst() {
            let opening = "<a href=\""
            guard let slug = Prose.slug(ofLinkBehindRoot: piece), slugs.contains(slug),
                let last = kept.last, last.hasSuffix(opening), let text = Prose.textOfLink(piece)
            else {
                kept.append(piece)
                continue
            }
            kept[kept.count - 1] = last.dropLast(opening.count) + text
        }
        pieces = kept
    }

    /// The slug of `incidents/<slug>.html" …`, as it stood before libcmark encoded it.
    private static func slug(ofLinkBehindRoot piece: String) -> String? {
        guard piece.hasPrefix("incidents/"), let end = piece.firstRange(of: ".html\"") else { return nil }
        return decoded(piece[..<end.lowerBound].dropFirst("incidents/".count))
    }

    /// The piece without the rest of its opening tag and without the closing one: links do not nest.
    private static func textOfLink(_ piece: String) -> String? {
        guard let open = piece.firstIndex(of: ">"), let close = piece.firstRange(of: "</a>"),
            open < close.lowerBound
        else { return nil }
        return String(piece[piece.index(after: open)..<close.lowerBound] + piece[close.upperBound...])
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
