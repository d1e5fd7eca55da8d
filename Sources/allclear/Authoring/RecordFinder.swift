import Diagnostics
import Records

/// Finds the record that a person means by a name typed in a hurry: an id, a part of one, or a path.
struct RecordFinder {
    private let paths: [String]
    private let open: ([String]) -> Set<String>

    /// - Parameters:
    ///   - paths: the records' paths from the site's folder.
    ///   - open: those of the paths whose records are still open. Of several that could be meant they come first; where one
    ///     alone is meant, nobody asks.
    init(among paths: [String], open: @escaping ([String]) -> Set<String>) {
        (self.paths, self.open) = (paths, open)
    }
}

extension RecordFinder {
    /// The path of the one record that goes by the name.
    func path(of name: String) throws -> String {
        guard RecordIndex.id(of: name).contains(where: { !$0.isWhitespace }) else {
            throw Refusal("the record is not named", hint: hint())
        }
        if let path = paths.first(where: { $0 == name || name.hasSuffix("/" + $0) }) { return path }
        let id = RecordIndex.id(of: name)
        let named = paths.filter { $0.hasSuffix("/\(id).md") }
        if let path = named.first, named.count == 1 { return path }
        let exact = paths.filter { Self.isWhole(name, of: $0) }
        if let path = exact.first, exact.count == 1 { return path }
        let part = id.lowercased()
        let found = paths.filter { RecordIndex.id(of: $0).lowercased().contains(part) }
        switch found.count {
        case 0: throw nothing(called: name)
        case 1: return found[0]
        default: throw several(called: name, exact.isEmpty ? found : exact)
        }
    }

    /// Whether the name is all of the record's id, or its path, and not just a part.
    static func isWhole(_ name: String, of path: String) -> Bool {
        let (id, named) = (RecordIndex.id(of: path), RecordIndex.id(of: name))
        return named == id || named == RecordIndex.slug(ofPath: path)
    }
}

private extension RecordFinder {
    func nothing(called name: String) -> Refusal {
        let ids = paths.map { RecordIndex.id(of: $0) }
        let near = nearest(to: RecordIndex.id(of: name), in: ids).map { "did you mean `\($0)`?" }
        return Refusal("no record is called `\(name)`", hint: near ?? hint())
    }

    /// What could be written in place of a name that says nothing.
    func hint() -> String {
        let open = open(paths)
        let ids = paths.filter(open.contains).map { "`\(RecordIndex.id(of: $0))`" }
        return ids.isEmpty
            ? "write the name of its file, or a part of it" : "still open: \(ids.joined(separator: ", "))"
    }

    /// The latest are the likeliest.
    func several(called name: String, _ found: [String]) -> Refusal {
        let open = open(found)
        let ordered = found.filter(open.contains).reversed() + found.filter { !open.contains($0) }.reversed()
        let shown = ordered.prefix(8).map { $0 + (open.contains($0) ? "  (open)" : "") }
        return Refusal(
            "\(found.count) records have `\(name)` in their names",
            hint: "write more of one of these:",
            list: shown + (found.count > 8 ? ["and \(found.count - 8) more"] : [])
        )
    }
}
