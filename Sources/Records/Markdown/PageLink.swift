public import Diagnostics

/// A record's link to a feed, or to a page of the site that does not belong to a record.
///
/// Whether the page exists is known only when the site has been planned.
public struct PageLink: Sendable {
    /// The page's path in the output.
    public let path: String
    /// The address as written.
    let address: String
    let location: SourceLocation

    /// Whether a path may be that of a page or a feed; all other files are in `static/`.
    static func mayBePage(_ path: String) -> Bool {
        path.isEmpty || [".html", ".xml", ".json", ".ics"].contains(where: path.hasSuffix)
    }
}

extension PageLink {
    /// Returns the warning about the link if there is no such page.
    ///
    /// - Parameter pages: the paths of the existing pages.
    public func warning(among pages: Set<String>) -> Diagnostic {
        leadsNowhere(address, at: location, hint: Self.hint(for: path, among: pages))
    }

    /// Returns a hint with the page if it exists at another path, since it is easy to count from the wrong folder.
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
