import Diagnostics
import JSONFiles

/// Incidents that are in several files, each once: the version that was changed last, with remarks on differences.
struct Doubles {
    private(set) var entries: [Entry] = []

    struct Entry {
        let object: JSONObject
        var remarks: [Remark] = []
    }

    /// - Parameters:
    ///   - ignored: keys that may differ.
    ///   - id: returns the id of an incident; one without an id is never a duplicate.
    ///   - age: returns a value that grows with every change.
    init<Age: Comparable>(
        of objects: [JSONObject],
        ignoring ignored: Set<String>,
        id: (JSONObject) -> String?,
        age: (JSONObject) -> Age
    ) {
        var indices: [String: Int] = [:]
        for object in objects {
            guard let id = id(object), let index = indices[id] else {
                if let id = id(object) { indices[id] = entries.count }
                entries.append(Entry(object: object))
                continue
            }
            let known = entries[index]
            let isNewer = age(object) > age(known.object)
            let (kept, other) = isNewer ? (object, known.object) : (known.object, object)
            entries[index] = Entry(
                object: kept,
                remarks: known.remarks + Self.differences(of: other, to: kept, besides: ignored)
            )
        }
    }
}

extension Doubles {
    /// Ignores the components, since Statuspage lists them with their current state.
    init(ofStatuspage objects: [JSONObject]) {
        self.init(of: objects, ignoring: ["components", "updated_at"], id: { $0.text("id") }) {
            $0.text("updated_at") ?? ""
        }
    }

    /// Takes a closed issue for newer than an open one if the times of their changes are equal or missing.
    init(ofUpptime objects: [JSONObject]) {
        self.init(
            of: objects,
            ignoring: ["updatedAt", "updated_at"],
            id: { $0.json["number"]?.number.map(String.init) },
            age: { object in
                let isClosed = (object.text("closedAt") ?? object.text("closed_at")) != nil
                return (object.text("updatedAt") ?? object.text("updated_at") ?? "") + (isClosed ? "+" : "")
            }
        )
    }
}

private extension Doubles {
    static func differences(of other: JSONObject, to kept: JSONObject, besides ignored: Set<String>)
        -> [Remark]
    {
        let keys = Set(kept.json.keys + other.json.keys).subtracting(ignored).sorted()
        let different = keys.filter { kept.json[$0] != other.json[$0] }
        guard !different.isEmpty else { return [] }
        let names = different.map { "`\($0)`" }.joined(separator: ", ")
        return [
            Remark(
                "`\(other.file.path)` has the same record with a different \(names): "
                    + "using the one that was changed last",
                at: kept.place
            )
        ]
    }
}
