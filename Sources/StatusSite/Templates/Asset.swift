/// A file of `site-templates/` that is not a template: a style sheet, a picture or a font.
public struct Asset: Sendable {
    /// Its path in `site-templates/`, such as `style.css`.
    public let name: String
    /// Its path in the site.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]

    /// Makes an asset.
    ///
    /// The path of an asset that the default templates know changes with its content, so that caches may keep it
    /// forever. Any other asset keeps its name, by which the site's own files refer to it.
    init(name: String, bytes: [UInt8], isBuiltIn: Bool) {
        (self.name, self.bytes) = (name, bytes)
        path = "assets/" + (isBuiltIn ? Self.name(name, marking: bytes) : name)
    }
}

extension Asset {
    /// Whether its path changes with its content, so that caches may keep it forever.
    var isNamedByContent: Bool { path != "assets/" + name }
}

private extension Asset {
    /// Returns the name with a mark of the content: `style.css` becomes `style-0123456789abcdef.css`.
    static func name(_ name: String, marking bytes: [UInt8]) -> String {
        let mark = "-" + bytes.fingerprint
        guard let dot = name.lastIndex(of: ".") else { return name + mark }
        return name[..<dot] + mark + name[dot...]
    }
}
