/// A shape as a JSON Schema, draft 7: the version that the YAML servers of editors support best.
///
/// Source: json-schema.org, "JSON Schema Validation", draft-handrews-json-schema-validation-01.
struct JSONSchema {
    private let shape: MapShape
    private let title: String

    init(of shape: MapShape, title: String) {
        (self.shape, self.title) = (shape, title)
    }

    /// The text of the schema, with a line break at its end.
    var text: String {
        let head: [(String, JSONTree)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
        ]
        return JSONTree.object(head + Self.members(of: shape)).text + "\n"
    }
}

private extension JSONSchema {
    static func members(of shape: MapShape) -> [(String, JSONTree)] {
        let properties = shape.keys.map { key in
            (key.name, JSONTree.object([("description", .text(key.purpose))] + Self.members(of: key.value)))
        }
        var members: [(String, JSONTree)] = [
            ("type", .text("object")), ("properties", .object(properties)),
            ("additionalProperties", .flag(false)),
        ]
        if !shape.required.isEmpty { members.append(("required", .texts(shape.required))) }
        // To the reader, an empty value is not a map.
        if shape.required.isEmpty { members.append(("minProperties", .number(1))) }
        if !shape.rules.isEmpty { members.append(("allOf", .list(shape.rules.map(rule)))) }
        return members
    }

    static func members(of value: ValueShape) -> [(String, JSONTree)] {
        switch value {
        case .text: [("type", .texts(["string", "number", "boolean"])), ("pattern", .text("\\S"))]
        case .written(let form): members(of: form)
        case .word(let words): [("enum", .texts(words))]
        case .freely(let words):
            [("anyOf", .list([.object([("enum", .texts(words))]), .object(pattern(of: words))]))]
        case .flag: [("enum", .list([.flag(true), .flag(false), .text("true"), .text("false")]))]
        case .number(let limit, let form):
            either(
                [("type", .text("number")), ("minimum", .number(0)), ("maximum", .number(limit))],
                members(of: form)
            )
        case .map(let shape): members(of: shape)
        case .named(let value, let names): map(of: value, by: names.map(pattern))
        case .byDay(let value): map(of: value, by: members(of: .day))
        case .list(let element): list(of: element)
        case .oneOrMore(let element): either(members(of: element), list(of: element))
        case .anyNumber(let element): either(members(of: element), list(of: element, atLeast: 0))
        case .either(let one, let other): either(members(of: one), members(of: other))
        case .orNothing(let value):
            either(members(of: value), [("enum", .list([.null, .text(""), .object([]), .list([])]))])
        }
    }

    static func members(of form: TextForm) -> [(String, JSONTree)] {
        [
            ("type", .text("string")), ("pattern", .text("^\\s*(\(form.pattern))\\s*$")),
            ("examples", .texts([form.example])),
        ]
    }

    static func map(of value: ValueShape, by names: [(String, JSONTree)]?) -> [(String, JSONTree)] {
        [("type", .text("object")), ("minProperties", .number(1))]
            + (names.map { [("propertyNames", .object($0))] } ?? [])
            + [("additionalProperties", .object(members(of: value)))]
    }

    static func list(of element: ValueShape, atLeast count: Int = 1) -> [(String, JSONTree)] {
        [("type", .text("array")), ("minItems", .number(count)), ("items", .object(members(of: element)))]
    }

    static func either(_ one: [(String, JSONTree)], _ other: [(String, JSONTree)]) -> [(String, JSONTree)] {
        [("anyOf", .list([.object(one), .object(other)]))]
    }

    /// Returns a pattern that matches the words in any case and with any of the separators between their parts.
    static func pattern(of words: [String]) -> [(String, JSONTree)] {
        let patterns = words.map { word in
            word.map { $0 == "_" ? "[ _-]+" : "[\($0.uppercased())\($0.lowercased())]" }.joined()
        }
        return [
            ("type", .text("string")), ("pattern", .text("^\\s*(\(patterns.joined(separator: "|")))\\s*$")),
        ]
    }

    static func rule(_ rule: MapShape.Rule) -> JSONTree {
        func has(_ key: String) -> JSONTree { .object([("required", .texts([key]))]) }
        func not(_ schema: JSONTree) -> JSONTree { .object([("not", schema)]) }
        func any(_ keys: [String]) -> JSONTree { .object([("anyOf", .list(keys.map(has)))]) }
        return switch rule {
        case .exactlyOne(let keys): .object([("oneOf", .list(keys.map(has)))])
        case .atMostOne(let keys): not(.object([("required", .texts(keys))]))
        case .with(let key, let others): .object([("if", has(key)), ("then", not(any(others)))])
        case .without(let keys, let needed): .object([("if", not(any(keys))), ("then", has(needed))])
        }
    }
}
