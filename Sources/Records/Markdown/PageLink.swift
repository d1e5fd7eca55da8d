public import Diagnostics

/// A record's link to a page of the site that is no record's, or to a feed: whether there is one shows only once the
/// site has been planned.
public struct PageLink: Sendable {
    /// The page's path in the output.
    public let path: String
    /// What was written.
    let address: String
    let location: SourceLocation

    /// Whether a path can be that of a page or a feed; all other files lie in `static/`.
    static func mayBePage(_ path: String) -> Bool {
        path.isEmpty || [".html", ".xml", ".json", ".ics"].contains(where: path.hasSuffix)
    }
}

extension PageLink {
    /// What is said of the link where there is no such page.
    ///
    /// - Parameter pages: the paths of those that there are.
    public func warning(among pages: Set<String>) -> Diagnostic {
        leadsNowhere(address, at: location, hint: Self.hint(for: path, among: pages))
    }

    /// A page of that name may lie elsewhere: where the file is counted from is easily taken for another place.
    private static func hint(for path: String, among pages: Set<String>) -> String {
        let parts = path.split(separator: "/")
        for start in parts.indices {
            let end = parts[start...].joined(separator: "/")
            if pages.contains(end) { return "write `/\(end)`: paths are relative to this file's folder" }
        }
        return didYouMean(path, among: pages.sorted()).map {
            $0.replacing("`", with: "`/", maxReplacements: 1)
        }
            ?? "link to a page of the site, or put the file in `static/`"
    }
}
