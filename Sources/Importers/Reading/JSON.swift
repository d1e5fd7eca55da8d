import Diagnostics

/// A value of a JSON file, and where it stands.
struct JSON {
    let content: Content
    /// Its bytes in the file.
    let range: Range<Int>

    enum Content {
        case null
        case text(String)
        /// A number, `true` or `false`, as it is written.
        case word(String)
        case list([JSON])
        case map([String: JSON])
    }
}

extension JSON {
    /// The value of a map's key; nothing where there is none, or `null`.
    subscript(key: String) -> JSON? {
        guard case .map(let values) = content, let value = values[key] else { return nil }
        if case .null = value.content { return nil }
        return value
    }

    /// The text, where it is one and not empty.
    var text: String? {
        if case .text(let text) = content, !text.isEmpty { text } else { nil }
    }

    /// The values of a list; none where it is no list.
    var elements: [JSON] {
        if case .list(let elements) = content { elements } else { [] }
    }

    /// A key of a map, and its value.
    struct Entry {
        let key: String
        let value: JSON
    }

    /// The keys and values of a map, in the order of the file; none if it is no map.
    var entries: [Entry] {
        guard case .map(let values) = content else { return [] }
        return values.map { Entry(key: $0.key, value: $0.value) }
            .sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }
    }

    /// The keys of a map, sorted.
    var keys: [String] {
        if case .map(let values) = content { values.keys.sorted() } else { [] }
    }

    var isTrue: Bool {
        if case .word("true") = content { true } else { false }
    }

    var number: Int? {
        if case .word(let word) = content { Int(word) } else { nil }
    }
}

extension JSON: Equatable {
    /// The same values, wherever they stand.
    static func == (one: JSON, other: JSON) -> Bool {
        switch (one.content, other.content) {
        case (.null, .null): true
        case (.text(let one), .text(let other)): one == other
        case (.word(let one), .word(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        case (.map(let one), .map(let other)): one == other
        default: false
        }
    }
}

extension SourceFile {
    /// Where a value stands. The line is left out: such files may have one, of many megabytes.
    func location(of value: JSON) -> SourceLocation {
        let place = location(of: value.range)
        return SourceLocation(
            path: path,
            line: place.line,
            column: place.column,
            length: place.length,
            excerpt: ""
        )
    }
}
