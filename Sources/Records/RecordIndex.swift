import Diagnostics

/// Which records there are, by the paths of their files: what links and references between records are
/// looked up in.
public struct RecordIndex: Sendable {
    private let slugsByPath: [String: String]
    private let slugsByID: [String: String]
    let ids: [String]
    private let staticFiles: Set<String>

    /// - Parameters:
    ///   - paths: the records' paths from the site's folder, as in `incidents/2026/slow.md`.
    ///   - staticFiles: the paths in `static/`, without that folder.
    public init(paths: [String], staticFiles: Set<String> = []) {
        slugsByPath = Dictionary(paths.map { ($0, RecordIndex.slug(ofPath: $0)) }) { first, _ in first }
        slugsByID = Dictionary(paths.map { (RecordIndex.id(of: $0), RecordIndex.slug(ofPath: $0)) }) {
            first,
            _ in
            first
        }
        ids = slugsByID.keys.sorted()
        self.staticFiles = staticFiles
    }

    /// A record's id: its file's name without `.md`.
    public static func id(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
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

    func hasStaticFile(_ path: String) -> Bool {
        staticFiles.contains(path)
    }
}
