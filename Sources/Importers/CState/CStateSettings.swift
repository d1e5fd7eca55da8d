import Diagnostics
import Records
import StatusModel

/// The site's settings in cState's `config.yml`.
struct CStateSettings {
    private(set) var site = SiteDescription(title: "Status", url: "https://status.example.com")
    private(set) var systems: [System] = []
    /// The location of the list of systems; `nil` if there is none.
    private(set) var systemsPlace: SourceLocation?
    private(set) var zone = Zone.utc
    private(set) var remarks: [Remark] = []

    struct System {
        let name: String
        /// The name that readers see instead.
        var shownName: String?
        var group: String?
        var description: String?
    }

    /// The keys that are imported, in lowercase, by the key of the map that holds them.
    static let carried = [
        "": [
            "title", "baseurl", "defaultcontentlanguage", "languagecode", "timezone", "params",
        ],
        "params": ["brand", "customtabs", "logo", "systems", "categories"],
        "systems": ["name", "displayname", "category", "description"],
        "categories": ["name", "untitled", "description"],
        "customtabs": ["name", "link"],
    ]

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
        if let title = root["title"]?.text { site.title = title.onOneLine }
        if let address = root["baseURL"], let url = address.text {
            let isAbsolute = url.hasPrefix("https://") || url.hasPrefix("http://")
            if isAbsolute { site.url = String(url.reversed().drop { $0 == "/" }.reversed()) }
            if !isAbsolute {
                remarks.append(Remark("not a full address: set `url` in `status.yml`", at: address.location))
            }
        } else {
            remarks.append(Remark("there is no `baseURL`: set `url` in `status.yml`", at: file.start))
        }
        let language = (root["defaultContentLanguage"] ?? root["languageCode"])?.text
        site.language = language?.replacing("_", with: "-")
        guard let name = root["timeZone"], let identifier = name.text else { return }
        if let zone = Zone(identifier: identifier) {
            (self.zone, site.timeZone) = (zone, identifier)
        } else {
            remarks.append(Remark("unknown time zone: using UTC", at: name.location))
        }
    }

    /// Reads the color, unless it is cState's default, and the tabs that link to other sites.
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
                    Remark("the tab `\(text)` links to a page that is not imported", at: tab.location)
                )
            }
        }
        guard let logo = parameters?["logo"], let path = logo.text else { return }
        remarks.append(
            Remark(
                "copy the logo, and set `brand: {logo: static/\(path)}` in `status.yml`",
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
            remarks.append(Remark("the description is left out: groups have none", at: description.location))
        }
        for system in list.elements {
            guard let name = system["name"]?.text?.onOneLine else {
                remarks.append(Remark("a system without a name is left out", at: system.location))
                continue
            }
            let group = system["category"]?.text.flatMap { untitled.contains($0) ? nil : $0 }
            let words = system["description"]?.text?.onOneLine
            let shown = system["displayName"]?.text?.onOneLine
            systems.append(System(name: name, shownName: shown, group: group, description: words))
            for entry in system.entries where !Self.carries(entry.key, in: "systems") {
                remarks.append(Remark("`\(entry.key)` of `\(name)` is not imported", at: entry.location))
            }
        }
        dropContestedNames()
    }

    /// Removes the names shown instead of a system's own if another system has them, since records need unique names.
    mutating func dropContestedNames() {
        let names = systems.flatMap { [$0.name, $0.shownName].compactMap { $0?.lowercased() } }
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        for index in systems.indices {
            guard let name = systems[index].shownName, counts[name.lowercased(), default: 0] > 1 else {
                continue
            }
            systems[index].shownName = nil
            guard let place = systemsPlace, name != systems[index].name else { continue }
            remarks.append(
                Remark("the name `\(name)` is not imported: more than one system would have it", at: place)
            )
        }
    }

    /// Adds one remark that names all other keys, which are about cState's looks or Hugo.
    mutating func listTheRest(of entries: [YAMLDocument.Entry], at place: SourceLocation) {
        let rest = entries.map(\.key).filter { key in
            !["", "params"].contains { Self.carries(key, in: $0) }
        }
        guard !rest.isEmpty else { return }
        remarks.append(
            Remark("not imported: " + rest.map { "`\($0)`" }.joined(separator: ", "), at: place)
        )
    }

    static func carries(_ key: String, in map: String) -> Bool {
        carried[map]?.contains(key.lowercased()) ?? false
    }

    static func isColor(_ text: String) -> Bool {
        text.first == "#" && [4, 7].contains(text.count) && text.dropFirst().allSatisfy(\.isHexDigit)
    }
}
