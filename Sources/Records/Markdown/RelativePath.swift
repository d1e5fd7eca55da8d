/// Paths within the site.
enum RelativePath {
    /// The path from the site's folder that a path means in a file; nothing where it leaves the site.
    static func resolve(_ path: String, from file: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
