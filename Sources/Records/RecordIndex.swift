import Diagnostics

/// Which records there are, by the paths of their files: what links and references between records are
/// looked up in.
public struct RecordIndex: Sendable {
    private let paths: [String]
    private let staticFiles: Set<String>
    /// Made once somebody looks something up: most records lead to no other.
    private let tables: Lazy<Tables>

    /// - Parameters:
    ///   - paths: the records' paths from the site's folder, as in `incidents/2026/slow.md`.
    ///   - staticFiles: the paths in `static/`, without that folder.
    public init(paths: [String], staticFiles: Set<String> = []) {
        (self.paths, self.staticFiles) = (paths, staticFiles)
        tables = Lazy { Tables(of: paths) }
    }

    /// The same with one record more.
    func adding(_ path: String) -> RecordIndex {
        RecordIndex(paths: paths + [path], staticFiles: staticFiles)
    }

    /// A record's id: its file's name without `.md`.
    public static func id(of path: String) -> String {
        var path = path
        let isRecord = path.hasSuffix(".md")
        return path.withUTF8 { bytes in
            let name = bytes.dropLast(isRecord ? 3 : 0)
            let start = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? name.startIndex
            return String(decoding: name[start...], as: UTF8.self)
        }
    }

    /// A record's address: its id as it stands in `incidents/<slug>.html`.
    public static func slug(ofPath path: String) -> String {
        id(of: path).asSlug
    }

    /// The ids to compare with an unknown one.
    func ids(near id: String) -> ArraySlice<String> { candidates(near: id, in: tables.value.sortedIDs.value) }

    func slug(ofID id: String) -> String? {
        tables.value.slugsByID[id]
    }

    func slug(ofPath path: String) -> String? {
        tables.value.paths.contains(path) ? RecordIndex.slug(ofPath: path) : nil
    }

    /// The record whose page it is.
    func slug(ofPage path: String) -> String? {
        guard path.hasPrefix("incidents/"), path.hasSuffix(".html") else { return nil }
        let slug = String(path.dropFirst("incidents/".count).dropLast(".html".count))
        return tables.value.slugs.contains(slug) ? slug : nil
    }

    func hasStaticFile(_ path: String) -> Bool {
        staticFiles.contains(path)
    }
}

private extension RecordIndex {
    struct Tables: Sendable {
        let paths: Set<String>
        let slugsByID: [String: String]
        let slugs: Set<String>
        /// The ids in order, for what is told of one that is none.
        let sortedIDs: Lazy<[String]>

        init(of paths: [String]) {
            self.paths = Set(paths)
            let ids = paths.map(RecordIndex.id)
            slugsByID = Dictionary(ids.map { ($0, $0.asSlug) }, uniquingKeysWith: { first, _ in first })
            slugs = Set(slugsByID.values)
            sortedIDs = Lazy { ids.sorted() }
        }
    }
}
