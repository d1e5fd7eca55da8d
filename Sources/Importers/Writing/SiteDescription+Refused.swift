import Diagnostics
import Records

extension SiteDescription {
    /// Removes values that `status.yml` cannot hold, and returns their names: a wrong link, for example, is no reason
    /// to refuse all records.
    mutating func dropWhatIsRefused() -> [String] {
        guard hasMistakes else { return [] }
        var dropped: [String] = []
        if let language, Self.isRefused({ $0.language = language }) {
            self.language = nil
            dropped.append("the language `\(language)`")
        }
        if let brandColor, Self.isRefused({ $0.brandColor = brandColor }) {
            self.brandColor = nil
            dropped.append("the color `\(brandColor)`")
        }
        links.removeAll { link in
            guard Self.isRefused({ $0.links = [link] }) else { return false }
            dropped.append("the link to `\(link.url)`")
            return true
        }
        return dropped
    }
}

private extension SiteDescription {
    /// Whether a site with only this part would be refused because of it.
    static func isRefused(_ part: (inout SiteDescription) -> Void) -> Bool {
        var site = SiteDescription(title: "Status", url: "https://status.example.com")
        part(&site)
        return site.hasMistakes
    }

    var hasMistakes: Bool {
        let findings = Findings()
        let file = SourceFile(path: "status.yml", bytes: Array(SiteWriter(self).text.utf8))
        return Configuration(reading: file, into: findings) == nil || findings.hasErrors
    }
}
