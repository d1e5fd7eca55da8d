/// Paths within the site.
enum RelativePath {
    /// Returns the path from the site's folder of a path in a file; `nil` if it leads out of the site.
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
