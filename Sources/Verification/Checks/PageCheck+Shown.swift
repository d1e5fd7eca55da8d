import Foundation

/// Checks that the figures include what is shown: every record that a page links to is published with the data of its
/// figures, or is a notice.
extension PageCheck {
    func compareShown(on page: Markup, at path: String, _ ledger: inout Ledger) {
        for slug in Set(page.attributes("href").compactMap(Self.slug)).sorted() {
            ledger.compare(
                .pages, isRight: figures.isKnown(page: slug) || standsForOther(slug),
                found: "a link to a record that `api/statistics.json` does not have",
                expected: "no link, or a record in `api/statistics.json`", at: "\(path): `\(slug)`")
        }
    }

    /// Returns the slug of the record at an address within the site.
    private static func slug(in address: String) -> String? {
        var rest = address.prefix { $0 != "#" }
        while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
        guard rest.hasPrefix("incidents/"), rest.hasSuffix(".html") else { return nil }
        return rest.dropFirst("incidents/".count).dropLast(".html".count).removingPercentEncoding
    }

    /// Whether a page does not show a record itself: it is a former address, or says that the record there cannot be
    /// read.
    private func standsForOther(_ slug: String) -> Bool {
        guard let path = try? SafePath.checked("incidents/\(slug).html"),
            let bytes = try? files.bytes(of: path)
        else { return false }
        let page = Markup(bytes)
        return (page.contains("<meta http-equiv=\"refresh\"") || page.contains("<pre class=\"raw\">"))
            && !page.contains("class=\"rail\"")
    }
}
