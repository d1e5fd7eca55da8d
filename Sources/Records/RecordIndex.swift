import Diagnostics

/// Which records there are, by the paths of their files: what links and references between records are
/// looked up in.
public struct RecordIndex: Sendable {
    private let slugsByPath: [String: String]
    private let slugsByID: [String: String]
    private let slugs: Set<String>
    let ids: [String]
    private let staticFiles: Set<String>

    /// - Parameters:
    ///   - paths: the records' paths from the site's folder, as in `incidents/2026/slow.md`.
    ///   - staticFiles: the paths in `static/`, without that folder.
    public init(paths: [String], staticFiles: Set<String> = []) {
        var slugsByPath: [String: String] = [:]
        var slugsByID: [String: String] = [:]
        for path in paths {
            let id = RecordIndex.id(of: path)
            slugsByID[id] = id.asSlug
            slugsByPath[path] = slugsByID[id]
        }
        (self.slugsByPath, self.slugsByID) = (slugsByPath, slugsByID)
        slugs = Set(slugsByID.values)
        ids = slugsByID.keys.sorted()
        self.staticFiles = staticFiles
    }

    /// A record's id: its file's name without `.md`.
    public static func id(of path: String) -> String {
        let name =
            path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] }
            ?? path[...]
        return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
    }

    /// A record's address: its id as it stands in `incidents/<slug>.html`.
    public static func slug(ofPath path: String) -> String {
        id(of: path).asSlug
    }

    func slug(ofID id: String) -> String? {
        slugsByID[id]
    }

    func slug(ofPath path: String) -> String? {
        slugsByPath[path]
    }

    /// The record whose page it is.
    func slug(ofPage path: String) -> String? {
        guard path.hasPrefix("incidents/"), path.hasSuffix(".html") else { return nil }
        let slug = String(path.dropFirst("incidents/".count).dropLast(".html".count))
        return slugs.contains(slug) ? slug : nil
    }

    func hasStaticFile(_ path: String) -> Bool {
        staticFiles.contains(path)
    }
}
