/// A file of `site-templates/` that is no template: a style sheet, a picture, a font.
public struct Asset: Sendable {
    /// Its path from `site-templates/` on, as in `style.css`.
    public let name: String
    /// Where it is published.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]

    /// Makes an asset. One that the default templates know gets a new path with new content, so that
    /// caches may keep it for good; any other keeps its name, by which the site's own files refer to it.
    init(name: String, bytes: [UInt8], isBuiltIn: Bool) {
        (self.name, self.bytes) = (name, bytes)
        path = "assets/" + (isBuiltIn ? Self.name(name, marking: bytes) : name)
    }
}

extension Asset {
    /// Whether its path changes with its content, so that caches may keep it for good.
    var isNamedByContent: Bool { path != "assets/" + name }
}

private extension Asset {
    /// `style.css` as `style-0123456789abcdef.css`.
    static func name(_ name: String, marking bytes: [UInt8]) -> String {
        let mark = "-" + bytes.fingerprint
        guard let dot = name.lastIndex(of: ".") else { return name + mark }
        return name[..<dot] + mark + name[dot...]
    }
}
