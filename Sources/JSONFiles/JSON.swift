/// A value of a JSON file, and its place.
public struct JSON: Sendable {
    /// The value itself.
    public let content: Content
    /// The range of its bytes in the file.
    public let range: Range<Int>

    /// Makes a value.
    public init(content: Content, range: Range<Int>) {
        (self.content, self.range) = (content, range)
    }

    /// The kinds of values.
    public enum Content: Sendable {
        /// `null`.
        case null
        /// A string, without its quotation marks and escapes.
        case text(String)
        /// A number, `true` or `false`, as it is written.
        case word(String)
        /// An array.
        case list([JSON])
        /// An object.
        case map([String: JSON])
    }
}

extension JSON {
    /// Returns the value of an object's key; `nil` if there is none, or if it is `null`.
    public subscript(key: String) -> JSON? {
        guard case .map(let values) = content, let value = values[key] else { return nil }
        if case .null = value.content { return nil }
        return value
    }

    /// The text, if the value is a string and not empty.
    public var text: String? {
        if case .text(let text) = content, !text.isEmpty { text } else { nil }
    }

    /// The values of an array; `[]` if the value is not an array.
    public var elements: [JSON] {
        if case .list(let elements) = content { elements } else { [] }
    }

    /// A key of an object, and its value.
    public struct Entry: Sendable {
        /// The key.
        public let key: String
        /// Its value.
        public let value: JSON
    }

    /// The keys and values of an object, in the order of the file; `[]` if the value is not an object.
    public var entries: [Entry] {
        guard case .map(let values) = content else { return [] }
        return values.map { Entry(key: $0.key, value: $0.value) }
            .sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }
    }

    /// The keys of an object, sorted; `[]` if the value is not an object.
    public var keys: [String] {
        if case .map(let values) = content { values.keys.sorted() } else { [] }
    }

    /// Whether the value is `true`.
    public var isTrue: Bool {
        if case .word("true") = content { true } else { false }
    }

    /// The number, if the value is an integer.
    public var number: Int? {
        if case .word(let word) = content { Int(word) } else { nil }
    }
}

extension JSON: Equatable {
    /// Whether two values are the same, regardless of their places.
    public static func == (one: JSON, other: JSON) -> Bool {
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
