import Foundation

/// What is shown has to count: every record that a page leads to is published with what its figures are made of, or is a
/// notice.
extension PageCheck {
    func compareShown(on page: Markup, at path: String, _ ledger: inout Ledger) {
        for slug in Set(page.attributes("href").compactMap(Self.slug)).sorted() {
            ledger.compare(
                .pages, figures.isKnown(page: slug) || standsForOther(slug), true,
                at: "\(path): `\(slug)` is in api/statistics.json")
        }
    }

    /// The record of an address within the site.
    private static func slug(in address: String) -> String? {
        var rest = address.prefix { $0 != "#" }
        while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
        guard rest.hasPrefix("incidents/"), rest.hasSuffix(".html") else { return nil }
        return rest.dropFirst("incidents/".count).dropLast(".html".count).removingPercentEncoding
    }

    /// Whether a page shows no record itself: it is a former address, or tells that the record there cannot be read.
    private func standsForOther(_ slug: String) -> Bool {
        guard let path = try? SafePath.checked("incidents/\(slug).html"),
            let bytes = try? files.bytes(of: path)
        else { return false }
        let page = Markup(bytes)
        return (page.contains("<meta http-equiv=\"refresh\"") || page.contains("<pre class=\"raw\">"))
            && !page.contains("class=\"rail\"")
    }
}
