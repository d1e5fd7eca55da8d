import Diagnostics

/// A check for files that may have been meant as records but are not read.
enum FilesAreRead: SiteCheck {
    static let id = Diagnostic.ID("unread-file")

    static func check(_ site: CheckedSite, into findings: Findings) {
        for file in site.unreadFiles {
            switch file {
            case .misnamed(let path): tell(ofMisnamed: path, into: findings)
            case .misplaced(let path):
                findings.warning(
                    id, at: .top(of: path),
                    "`\(path)` looks like a record but is not read: records belong in `incidents/`",
                    hint: "move it to `incidents/\(name(of: path))`")
            }
        }
    }

    private static func tell(ofMisnamed path: String, into findings: Findings) {
        let name = name(of: path)
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        findings.warning(
            id, at: .top(of: path), "`\(path)` is not read: the file name of a record must end in `.md`",
            hint: pictures.contains(ending)
                ? "put pictures and attachments in `static/`"
                : "if it is a record, rename it to `\(stem(of: name)).md`; if not, begin its name with `_`")
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Returns the name without the extensions of text files.
    private static func stem(of name: String) -> String {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        while parts.count > 1, let last = parts.last, texts.contains(last.lowercased()) { parts.removeLast() }
        return parts.joined(separator: ".")
    }

    private static let texts: Set<String> = [
        "md", "markdown", "mdown", "mkd", "mdx", "txt", "text", "rtf", "md~",
    ]
    private static let pictures: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "heic", "pdf", "csv", "log", "zip", "mp4", "mov",
    ]
}
