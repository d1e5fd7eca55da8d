import Diagnostics

/// Which records there are, by the paths of their files: what links and references between records are
/// looked up in.
public struct RecordIndex: Sendable {
    private var slugsByPath: [String: String] = [:]
    private var slugsByID: [String: String] = [:]
    private var slugs: Set<String> = []
    private let staticFiles: Set<String>
    /// The ids in order, for what is told of one that is none.
    private var sortedIDs = Lazy<[String]> { [] }

    /// - Parameters:
    ///   - paths: the records' paths from the site's folder, as in `incidents/2026/slow.md`.
    ///   - staticFiles: the paths in `static/`, without that folder.
    public init(paths: [String], staticFiles: Set<String> = []) {
        self.staticFiles = staticFiles
        for path in paths { add(path) }
        sortedIDs = Lazy { [slugsByID] in slugsByID.keys.sorted() }
    }

    private mutating func add(_ path: String) {
        let id = RecordIndex.id(of: path)
        let slug = id.asSlug
        (slugsByID[id], slugsByPath[path]) = (slug, slug)
        slugs.insert(slug)
    }

    /// The same with one record more.
    func adding(_ path: String) -> RecordIndex {
        guard slugsByPath[path] == nil else { return self }
        var index = self
        index.add(path)
        index.sortedIDs = Lazy { [slugsByID = index.slugsByID] in slugsByID.keys.sorted() }
        return index
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

    /// The ids that are near to one that is none.
    func ids(near id: String) -> ArraySlice<String> { candidates(near: id, in: sortedIDs.value) }

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
