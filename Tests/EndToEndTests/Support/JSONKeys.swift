import Foundation

/// The keys of an object that a command writes, as in `incidents[].latest_update.at`.
enum JSONKeys {
    /// Those of a value, as JSONSerialization reads it.
    static func all(in value: Any, below path: String = "") -> Set<String> {
        if let object = value as? [String: Any] {
            return object.reduce(into: []) { keys, member in
                let key = path.isEmpty ? member.key : "\(path).\(member.key)"
                keys.formUnion(all(in: member.value, below: key).union([key]))
            }
        }
        guard let array = value as? [Any] else { return [] }
        return array.reduce(into: []) { $0.formUnion(all(in: $1, below: path + "[]")) }
    }

    /// Those in the first column of the tables under a heading.
    static func documented(in document: String, under heading: String = "JSON output") throws -> [String] {
        let sections = try ProjectFolder.text(of: document).split(separator: "\n## ")
        let section = sections.first { $0.hasPrefix(heading + "\n") } ?? ""
        return section.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    }
}
