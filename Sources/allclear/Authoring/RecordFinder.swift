import Diagnostics
import Records
import StatusModel

/// Finds the record that a person means by a name typed in a hurry: an id, a part of one or of a title, a former
/// id, or a path.
///
/// Every command that takes a record uses it.
struct RecordFinder {
    private let paths: [String]
    private let open: ([String]) -> Set<String>
    private let formerIDs: () -> [[String]]
    private let titles: () -> [String]

    /// Makes a finder that computes whatever takes long only if needed.
    ///
    /// - Parameters:
    ///   - paths: the records' paths, relative to the site's folder.
    ///   - open: returns those of the paths whose records are open. They come first among several matches; for a
    ///     single match, it is not called.
    ///   - formerIDs: the former slugs of each record.
    ///   - titles: the records' titles; empty for those that are not known.
    init(
        among paths: [String], open: @escaping ([String]) -> Set<String>,
        formerIDs: @escaping () -> [[String]], titles: @escaping () -> [String]
    ) {
        (self.paths, self.open, self.formerIDs, self.titles) = (paths, open, formerIDs, titles)
    }
}

extension RecordFinder {
    /// Makes a finder for a site that has been read completely.
    ///
    /// - Parameter page: the site with all of its records, for any audience.
    init(among paths: [String], of page: StatusPage, at now: Instant) {
        let records = Dictionary(page.records.map { ($0.path, $0) }) { first, _ in first }
        self.init(
            among: paths, open: { Set($0.filter { records[$0]?.phase(at: now)?.isFinal == false }) },
            formerIDs: { paths.map { records[$0]?.aliases ?? [] } },
            titles: { paths.map { records[$0]?.title ?? "" } })
    }

    /// Returns the path of the one record that matches the name.
    func path(of name: String) throws -> String {
        guard RecordIndex.id(of: name).contains(where: { !$0.isWhitespace }) else {
            throw CommandError("no record was named", hint: hint())
        }
        if let path = paths.first(where: { $0 == name || name.hasSuffix("/" + $0) }) { return path }
        let id = RecordIndex.id(of: name)
        let named = paths.filter { $0.hasSuffix("/\(id).md") }
        if let path = named.first, named.count == 1 { return path }
        let exact = paths.filter { Self.isWhole(name, of: $0) }
        if let path = exact.first, exact.count == 1 { return path }
        let found = matches(of: name)
        switch found.count {
        case 0: throw nothing(called: name)
        case 1: return found[0]
        default: throw several(called: name, exact.isEmpty ? found : exact)
        }
    }

    /// Whether the name is the record's whole id, or its path, and not just a part.
    static func isWhole(_ name: String, of path: String) -> Bool {
        let (id, named) = (RecordIndex.id(of: path), RecordIndex.id(of: name))
        return named == id || named == RecordIndex.slug(ofPath: path)
    }

    /// Returns a sentence about the record that was taken for a name that is only part of an id; otherwise `nil`.
    ///
    /// - Parameter title: the record's title; `nil` if it cannot be read.
    static func sentence(taking path: String, for name: String, title: String?) -> String? {
        guard !isWhole(name, of: path), name != path, !name.hasSuffix("/" + path) else { return nil }
        let words = title.map { ", \u{201C}\($0)\u{201D}" } ?? ""
        return "`\(name)` matches `\(RecordIndex.id(of: path))`" + words
    }
}

private extension RecordFinder {
    /// Returns the records whose id contains the name; else those with that former id, else those whose title
    /// contains it.
    func matches(of name: String) -> [String] {
        let (part, slug) = (RecordIndex.id(of: name).lowercased(), RecordIndex.slug(ofPath: name))
        let named = paths.filter { path in
            let id = RecordIndex.id(of: path).lowercased()
            return id.contains(part) || id.contains(slug)
        }
        if !named.isEmpty { return named }
        let former = zip(paths, formerIDs()).filter { $0.1.contains(slug) }.map(\.0)
        if !former.isEmpty { return former }
        return zip(paths, titles()).filter { $0.1.lowercased().contains(part) }.map(\.0)
    }

    func nothing(called name: String) -> CommandError {
        let ids = paths.map { RecordIndex.id(of: $0) }
        let near = nearest(to: RecordIndex.id(of: name), in: ids).map { "did you mean `\($0)`?" }
        return CommandError("unknown record `\(name)`", hint: near ?? hint())
    }

    /// Returns a hint with names to use instead of one that matches nothing.
    func hint() -> String {
        let open = open(paths)
        let ids = paths.filter(open.contains).map { "`\(RecordIndex.id(of: $0))`" }
        guard ids.count > 1 else {
            return ids.first.map { "the open record is \($0)" } ?? "give its id, or a part of its id or title"
        }
        let latest = ids.suffix(Self.longest)
        return "the \(latest.count < ids.count ? "latest " : "")open records are "
            + latest.joined(separator: ", ")
    }

    /// The maximum number of records in a list.
    static let longest = 8

    /// Returns the error for several matches, with the latest first, which are the likeliest.
    func several(called name: String, _ found: [String]) -> CommandError {
        let open = open(found)
        let ordered = found.filter(open.contains).reversed() + found.filter { !open.contains($0) }.reversed()
        let shown = ordered.prefix(Self.longest).map { $0 + (open.contains($0) ? "  (open)" : "") }
        return CommandError(
            "\(found.count) records match `\(name)`",
            hint: "type a longer part of one of these names:",
            list: shown + (found.count > shown.count ? ["and \(found.count - shown.count) more"] : [])
        )
    }
}
