import StatusModel

/// The place in a link where the way to the site's root belongs. Pages lie at different depths, so a link
/// carries this mark through libcmark, and the HTML is cut where it stands.
enum RootMark {
    /// No author's link can carry it: schemes other than those of the web and of mail are refused.
    static let scheme = "allclear-root:/"

    /// The HTML, cut at each mark that begins an attribute: a text may hold the mark's own letters.
    static func cut(_ html: String) -> [String] {
        let mark = Array(scheme.utf8)
        let quote = Array("=\"".utf8)
        let bytes = Array(html.utf8)
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[..<index].suffix(2).elementsEqual(quote),
                bytes[index..<index + mark.count].elementsEqual(mark)
            {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
