import Diagnostics

/// The records that exist, by the paths of their files: used to look up links and references between records.
public struct RecordIndex: Sendable {
    private let paths: [String]
    private let staticFiles: Set<String>
    /// Made at the first lookup, since most records do not refer to others.
    private let tables: Lazy<Tables>

    /// Makes an index.
    ///
    /// - Parameters:
    ///   - paths: the records' paths from the site's folder, such as `incidents/2026/slow.md`.
    ///   - staticFiles: the paths in `static/`, without that folder.
    public init(paths: [String], staticFiles: Set<String> = []) {
        (self.paths, self.staticFiles) = (paths, staticFiles)
        tables = Lazy { Tables(of: paths) }
    }

    /// Returns a copy with one more record.
    func adding(_ path: String) -> RecordIndex {
        RecordIndex(paths: paths + [path], staticFiles: staticFiles)
    }

    /// Returns a record's id: the name of its file without `.md`.
    public static func id(of path: String) -> String {
        var path = path
        let isRecord = path.hasSuffix(".md")
        return path.withUTF8 { bytes in
            let name = bytes.dropLast(isRecord ? 3 : 0)
            let start = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? name.startIndex
            return String(decoding: name[start...], as: UTF8.self)
        }
    }

    /// Returns a record's address: its id in the form for `incidents/<slug>.html`.
    public static func slug(ofPath path: String) -> String {
        id(of: path).asSlug
    }

    /// Returns the ids to compare with an unknown one.
    func ids(near id: String) -> ArraySlice<String> { candidates(near: id, in: tables.value.sortedIDs.value) }

    func slug(ofID id: String) -> String? {
        tables.value.slugsByID[id]
    }

    func slug(ofPath path: String) -> String? {
        tables.value.paths.contains(path) ? RecordIndex.slug(ofPath: path) : nil
    }

    /// Returns the address of the record that has the given page.
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
        /// The ids in order, to suggest one for an unknown id.
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
