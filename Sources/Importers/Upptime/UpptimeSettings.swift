import Diagnostics
import Records

/// The site's settings in `.upptimerc.yml`.
struct UpptimeSettings {
    private(set) var site = SiteDescription(title: "Status", url: "https://status.example.com")
    /// The sites that Upptime monitors, with their slugs if these are given.
    private(set) var watched: [(name: String, slug: String?, url: String?)] = []
    private(set) var remarks: [Remark] = []

    /// The keys that are imported, in lowercase, by the key of the map that holds them.
    static let carried = [
        "": ["owner", "repo", "status-website", "sites"],
        "status-website": ["name", "cname", "baseurl", "navbar"],
        "navbar": ["title", "href"],
        "sites": ["name", "slug", "url"],
    ]

    init() {}

    init(reading root: YAMLDocument) {
        let owner = root["owner"]?.text ?? "", repository = root["repo"]?.text ?? ""
        let page = root["status-website"]
        if let title = page?["name"]?.text { site.title = title.onOneLine }
        if let domain = page?["cname"]?.text {
            site.url = "https://" + domain
        } else if !owner.isEmpty, !repository.isEmpty {
            site.url =
                "https://\(owner.lowercased()).github.io" + (page?["baseUrl"]?.text ?? "/" + repository)
        } else {
            remarks.append(
                Remark("there is no address: set `url` in `status.yml`", at: root.location)
            )
        }
        for item in page?["navbar"]?.elements ?? [] {
            guard let text = item["title"]?.text, let address = item["href"]?.text else { continue }
            let url = address.replacing("$OWNER", with: owner).replacing("$REPO", with: repository)
            if url.hasPrefix("https://") { site.links.append(SiteDescription.Link(text: text, url: url)) }
        }
        for item in root["sites"]?.elements ?? [] {
            guard let name = item["name"]?.text?.onOneLine else {
                remarks.append(Remark("a site without a name is left out", at: item.location))
                continue
            }
            watched.append((name, item["slug"]?.text, item["url"]?.text))
        }
    }

    /// Adds the components and severities that the records need.
    mutating func close(with components: [ComponentDescription]) {
        site.components = components
        site.severities = UpptimeSeverity.allCases.map(\.description)
    }
}
