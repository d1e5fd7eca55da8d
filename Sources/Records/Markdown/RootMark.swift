import StatusModel

/// The place in a link where the way to the site's root belongs. Pages lie at different depths, so a link
/// carries this mark through libcmark, and the HTML is cut where it stands.
enum RootMark {
    /// No author's link can carry it: schemes other than those of the web and of mail are refused.
    static let scheme = "allclear-root:/"

    /// The HTML, cut at each mark that begins an attribute: a text may hold the mark's own letters.
    static func cut(_ html: String) -> [String] {
        let pieces = html.split(on: "=\"" + scheme)
        return pieces.dropLast().map { $0 + "=\"" } + pieces.suffix(1)
    }
}
