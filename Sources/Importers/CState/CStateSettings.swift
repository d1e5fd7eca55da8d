import Diagnostics
import Records
import StatusModel

/// What cState's `config.yml` says of the site.
struct CStateSettings {
    private(set) var site = SiteDescription(title: "Status", url: "https://status.example.com")
    private(set) var systems: [System] = []
    /// Where the systems are listed; nothing where there are none.
    private(set) var systemsPlace: SourceLocation?
    private(set) var zone = Zone.utc
    private(set) var remarks: [Remark] = []

    struct System {
        let name: String
        var group: String?
        var description: String?
    }

    init() {}

    init(reading root: YAMLDocument, in file: SourceFile) {
        readSite(root, in: file)
        let parameters = root["params"]
        readLook(parameters)
        readSystems(parameters)
        listTheRest(of: root.entries + (parameters?.entries ?? []), at: file.start)
    }
}

private extension CStateSettings {
    mutating func readSite(_ root: YAMLDocument, in file: SourceFile) {
        if let title = root["title"]?.text { site.title = title }
        if let address = root["baseURL"] ?? root["baseUrl"], let url = address.text {
            let isAbsolute = url.hasPrefix("https://") || url.hasPrefix("http://")
            if isAbsolute { site.url = String(url.reversed().drop { $0 == "/" }.reversed()) }
            if !isAbsolute {
                remarks.append(Remark("no address to publish at: write `url`", at: address.location))
            }
        } else {
            remarks.append(Remark("there is no `baseURL`: write `url` in `status.yml`", at: file.start))
        }
        site.language = (root["defaultContentLanguage"] ?? root["languageCode"])?.text
        guard let name = root["timeZone"] ?? root["timezone"], let identifier = name.text else { return }
        if let zone = Zone(identifier: identifier) {
            (self.zone, site.timeZone) = (zone, identifier)
        } else {
            remarks.append(Remark("there is no such time zone: UTC is taken", at: name.location))
        }
    }

    /// The colour, where it is not cState's own, and tabs that lead to other sites.
    mutating func readLook(_ parameters: YAMLDocument?) {
        if let color = parameters?["brand"]?.text, color != "#0a0c0f", Self.isColor(color) {
            site.brandColor = color
        }
        for tab in parameters?["customTabs"]?.elements ?? [] {
            guard let text = tab["name"]?.text, let url = tab["link"]?.text else { continue }
            if url.hasPrefix("https://") || url.hasPrefix("http://") {
                site.links.append(SiteDescription.Link(text: text, url: url))
            } else {
                remarks.append(
                    Remark("the tab `\(text)` leads to a page that is not carried over", at: tab.location)
                )
            }
        }
        guard let logo = parameters?["logo"], let path = logo.text else { return }
        remarks.append(
            Remark(
                "copy the logo, and write `brand: {logo: static/\(path)}` in `status.yml`",
                at: logo.location
            )
        )
    }

    mutating func readSystems(_ parameters: YAMLDocument?) {
        guard let list = parameters?["systems"], !list.elements.isEmpty else { return }
        systemsPlace = list.location
        let categories = parameters?["categories"]?.elements ?? []
        let untitled = categories.filter { $0["untitled"]?.text == "true" }.compactMap { $0["name"]?.text }
        for category in categories {
            guard let description = category["description"] else { continue }
            remarks.append(Remark("a group has no description of its own", at: description.location))
        }
        for system in list.elements {
            guard let name = system["name"]?.text else { continue }
            let group = system["category"]?.text.flatMap { untitled.contains($0) ? nil : $0 }
            let words = system["description"]?.text?.split(whereSeparator: \.isNewline).joined(separator: " ")
            systems.append(System(name: name, group: group, description: words))
            for entry in system.entries where !["name", "category", "description"].contains(entry.key) {
                remarks.append(Remark("`\(entry.key)` of `\(name)` is not carried over", at: entry.location))
            }
        }
    }

    /// Everything else is about cState's looks or about Hugo; it is named once, so that nothing goes unseen.
    mutating func listTheRest(of entries: [YAMLDocument.Entry], at place: SourceLocation) {
        let read = [
            "title", "baseURL", "baseUrl", "defaultContentLanguage", "languageCode", "timeZone", "timezone",
            "params", "brand", "customTabs", "logo", "systems", "categories",
        ]
        let rest = entries.map(\.key).filter { !read.contains($0) }
        guard !rest.isEmpty else { return }
        remarks.append(
            Remark("not carried over: " + rest.map { "`\($0)`" }.joined(separator: ", "), at: place)
        )
    }

    static func isColor(_ text: String) -> Bool {
        text.first == "#" && [4, 7].contains(text.count) && text.dropFirst().allSatisfy(\.isHexDigit)
    }
}
