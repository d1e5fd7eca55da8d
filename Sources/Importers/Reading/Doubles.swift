import Diagnostics

/// Incidents that stand on several pages, each once: the one that was changed last, with what the others have
/// otherwise.
struct StatuspageDoubles {
    private(set) var entries: [Entry] = []

    struct Entry {
        let object: JSONObject
        var remarks: [Remark] = []
    }

    init(of objects: [JSONObject]) {
        var indices: [String: Int] = [:]
        for object in objects {
            guard let id = object.text("id"), let index = indices[id] else {
                if let id = object.text("id") { indices[id] = entries.count }
                entries.append(Entry(object: object))
                continue
            }
            let known = entries[index]
            let isNewer = Self.time(of: object) > Self.time(of: known.object)
            let (kept, other) = isNewer ? (object, known.object) : (known.object, object)
            entries[index] = Entry(
                object: kept,
                remarks: known.remarks + Self.differences(of: other, to: kept)
            )
        }
    }
}

private extension StatuspageDoubles {
    static func time(of object: JSONObject) -> String { object.text("updated_at") ?? "" }

    /// Components are told as they are now, and not as they were.
    static func differences(of other: JSONObject, to kept: JSONObject) -> [Remark] {
        let keys = Set(kept.json.keys + other.json.keys).subtracting(["components", "updated_at"]).sorted()
        let different = keys.filter { kept.json[$0] != other.json[$0] }
        guard !different.isEmpty else { return [] }
        let names = different.map { "`\($0)`" }.joined(separator: ", ")
        return [
            Remark(
                "`\(other.file.path)` has it with another \(names): what was changed last is taken",
                at: kept.place
            )
        ]
    }
}
