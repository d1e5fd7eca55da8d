import StatusModel

/// The icon of a page that shows a problem, by which its tab is recognized among many.
struct StateIcon: PageContext {
    static let template = "state-icon"
    static let summary =
        "the icon of a page on which something is wrong: an SVG of the site's own icon with a dot"

    let kind: String
    let image: String

    static let vocabulary = Vocabulary<Self>([
        .text("kind", "the state: `major`, `partial`, `degraded` or `maintenance`") { $0.kind },
        .text("image", "the site's own icon as a `data:` address; empty if the icon is larger than 20 KiB") {
            $0.image
        },
    ])
}

extension StateIcon {
    /// The kinds of states in which something is wrong with a component.
    static let kinds = ComponentStatus.allCases.filter { $0 > .operational }.map(Localizer.kind(of:))

    /// Returns the name of that kind's icon among the assets.
    static func name(of kind: String) -> String { "icon-\(kind).svg" }

    /// The largest size of an icon that becomes part of others, in bytes.
    private static let limit = 20 * 1_024

    /// Returns an icon for each kind of state.
    ///
    /// - Parameter icon: the site's own icon, with a name that says whether it is an SVG or a PNG.
    static func all(over icon: (name: String, bytes: [UInt8])?, templates: SiteTemplates) -> [Asset] {
        let small = icon.flatMap { $0.bytes.count <= limit ? $0 : nil }
        let image = small.map { icon in
            let type = icon.name.hasSuffix(".png") ? "png" : "svg+xml"
            return "data:image/\(type);base64,\(icon.bytes.base64)"
        }
        return kinds.map { kind in
            let bytes = templates.bytes(StateIcon(kind: kind, image: image ?? ""))
            return Asset(name: name(of: kind), bytes: bytes, isBuiltIn: true)
        }
    }
}

extension SiteTemplates {
    /// Returns the files to publish under `assets/` for a site of that brand.
    func assets(for brand: StatusPage.Brand) -> [Asset] {
        let builtIn = assets.first { $0.name == "icon.svg" }.map { (name: $0.name, bytes: $0.bytes) }
        let own = brand.icon.map { path in brandIcon.map { (name: path, bytes: $0) } }
        return assets.map { $0.branded(with: brand) } + StateIcon.all(over: own ?? builtIn, templates: self)
    }
}

extension [UInt8] {
    /// The bytes as text (RFC 4648, §4).
    fileprivate var base64: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: count, by: 3) {
            let group = self[start..<Swift.min(start + 3, count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            let digits = (0..<4).map { letters[bits >> (18 - 6 * $0) & 63] }
            text += digits.prefix(group.count + 1)
            text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
