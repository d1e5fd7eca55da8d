/// Members that a file must have; if one is missing or has another type, the file cannot be read.
extension JSON {
    func value(_ key: String) throws(Unreadable) -> JSON {
        guard case .map(let members) = self, let value = members[key] else {
            throw Unreadable("there is no `\(key)`")
        }
        return value
    }

    func text(_ key: String) throws(Unreadable) -> String {
        guard case .text(let text) = try value(key) else { throw Unreadable("`\(key)` is not a string") }
        return text
    }

    func bool(_ key: String) throws(Unreadable) -> Bool {
        guard case .bool(let bool) = try value(key) else {
            throw Unreadable("`\(key)` is not true or false")
        }
        return bool
    }

    func number(_ key: String) throws(Unreadable) -> Double {
        guard case .number(let number) = try value(key) else {
            throw Unreadable("`\(key)` is not a number")
        }
        return number
    }

    func list(_ key: String) throws(Unreadable) -> [JSON] {
        guard case .list(let list) = try value(key) else { throw Unreadable("`\(key)` is not a list") }
        return list
    }

    func map(_ key: String) throws(Unreadable) -> [String: JSON] {
        guard case .map(let map) = try value(key) else { throw Unreadable("`\(key)` is not an object") }
        return map
    }

    func texts(_ key: String) throws(Unreadable) -> [String] {
        var texts: [String] = []
        for element in try list(key) {
            guard case .text(let text) = element else {
                throw Unreadable("`\(key)` has an element that is not a string")
            }
            texts.append(text)
        }
        return texts
    }

    /// Returns an instant, in seconds since 1970.
    func instant(_ key: String) throws(Unreadable) -> Int {
        guard let instant = Moment.read(try text(key)) else {
            throw Unreadable("`\(key)` is not a time")
        }
        return instant
    }

    /// Returns the member as read by `read`, or `nil` if it is `null`.
    func optional<Value>(
        _ key: String, _ read: (JSON, String) throws(Unreadable) -> Value
    ) throws(Unreadable) -> Value? {
        try value(key) == .null ? nil : try read(self, key)
    }

    func instantIfAny(_ key: String) throws(Unreadable) -> Int? {
        try optional(key) { (json, key) throws(Unreadable) in try json.instant(key) }
    }

    func textIfAny(_ key: String) throws(Unreadable) -> String? {
        try optional(key) { (json, key) throws(Unreadable) in try json.text(key) }
    }

    func numberIfAny(_ key: String) throws(Unreadable) -> Double? {
        try optional(key) { (json, key) throws(Unreadable) in try json.number(key) }
    }
}

extension JSON: CustomStringConvertible {
    /// The value as people read it in a line of a report.
    var description: String {
        switch self {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number(let number): Plain.number(number)
        case .text(let text): text
        case .list(let list): "[" + list.map(\.description).joined(separator: ", ") + "]"
        case .map(let map): "{" + map.keys.sorted().joined(separator: ", ") + "}"
        }
    }
}

extension JSON {
    /// Returns the first difference between two values that are not the same, with the path of keys to it.
    func firstDifference(from original: JSON) -> (path: [String], copy: JSON, original: JSON) {
        if case .map(let own) = self, case .map(let others) = original {
            for key in Set(own.keys).union(others.keys).sorted() where own[key] != others[key] {
                guard let one = own[key], let other = others[key] else {
                    return ([key], own[key] ?? .text("nothing"), others[key] ?? .text("nothing"))
                }
                let (path, copy, original) = one.firstDifference(from: other)
                return ([key] + path, copy, original)
            }
        }
        if case .list(let own) = self, case .list(let others) = original, own.count == others.count,
            let (one, other) = zip(own, others).first(where: { $0 != $1 })
        {
            return one.firstDifference(from: other)
        }
        return ([], self, original)
    }

    /// Makes a number, or `null` for `nil`.
    init(count: Int?) { self = count.map { .number(Double($0)) } ?? .null }

    /// Makes an instant, or `null` for `nil`.
    init(instant: Int?) { self = instant.map { .text(Moment.text($0)) } ?? .null }
}
