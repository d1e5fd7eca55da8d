import StatusModel

/// The mark in a link for the path to the site's root.
///
/// Pages are at different depths, so a link carries this mark through libcmark, and the HTML is cut at each mark.
enum RootMark {
    /// The scheme of the mark.
    ///
    /// An author's link cannot have it, since other schemes than those of web and mail are refused.
    static let scheme = "allclear-root:/"

    /// Returns the HTML, cut at each mark at the beginning of an attribute, since a text may contain the same
    /// characters.
    static func cut(_ html: String) -> [String] {
        let pieces = html.split(on: "=\"" + scheme)
        return pieces.dropLast().map { $0 + "=\"" } + pieces.suffix(1)
    }
}
