/// A passage of a record's text, rendered once: as HTML that is safe to show, and as plain text.
public struct Prose: Hashable, Sendable {
    private let pieces: [String]
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
