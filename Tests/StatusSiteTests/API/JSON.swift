import Foundation

/// What Foundation reads in a JSON text: it shares no code with what writes ours.
struct JSON {
    private let value: Any

    init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private init(value: Any) { self.value = value }

    subscript(key: String) -> JSON {
        JSON(value: (value as? [String: Any])?[key] ?? Missing())
    }

    var items: [JSON] { (value as? [Any] ?? []).map(JSON.init(value:)) }
    var text: String? { value as? String }
    var number: Int? { value as? Int }
    var flag: Bool? { value as? Bool }
    /// Whether it is there, and `null`.
    var isNull: Bool { value is NSNull }

    /// What is in it: `incidents[].impact` and the like, each with the kinds of value found there.
    var kindsByPath: [String: Set<String>] {
        var kinds: [String: Set<String>] = [:]
        collect(into: &kinds, at: "")
        return kinds
    }

    private func collect(into kinds: inout [String: Set<String>], at path: String) {
        kinds[path, default: []].insert(kind)
        for item in items { item.collect(into: &kinds, at: path + "[]") }
        for (key, value) in value as? [String: Any] ?? [:] {
            JSON(value: value).collect(into: &kinds, at: path + "." + key)
        }
    }

    private var kind: String {
        switch value {
        case is NSNull: "null"
        case is String: "string"
        case is [Any]: "array"
        case is [String: Any]: "object"
        case let number as NSNumber: String(cString: number.objCType) == "c" ? "boolean" : "number"
        default: "missing"
        }
    }

    private struct Missing {}
}
