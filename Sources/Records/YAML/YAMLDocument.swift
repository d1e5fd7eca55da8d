public import Diagnostics

/// A YAML or JSON file of another tool, as values with their places.
///
/// It is read as carefully as a record's front matter: without anchors, and with a limit to nesting.
public struct YAMLDocument: Sendable {
    /// The value.
    public let content: Content
    /// The value's place: the whole first line of a text, the first byte of a list or map.
    public let location: SourceLocation

    /// The three kinds of values.
    ///
    /// Numbers and words such as `true` are texts, as they were written.
    public enum Content: Sendable {
        /// A text; empty if there is no value.
        case text(String)
        /// A list.
        case list([YAMLDocument])
        /// A map, in the author's order.
        case map([Entry])
    }

    /// A key of a map and its value.
    public struct Entry: Sendable {
        /// The key's text.
        public let key: String
        /// The place of the key.
        public let location: SourceLocation
        /// The value of the key.
        public let value: YAMLDocument
    }
}

extension YAMLDocument {
    /// Reads a file or a part of it; `nil` if it is not YAML, which is reported.
    ///
    /// A key that appears twice in a map has two entries; the caller decides whether this is a mistake.
    public init?(
        reading file: SourceFile,
        in part: Range<Int>? = nil,
        into findings: Findings
    ) {
        guard let source = SourceText(of: file, into: findings) else { return nil }
        let text =
            part.map { YAMLText(file: file, range: $0) } ?? YAMLText(file: source.file, range: source.range)
        guard let (root, doubles) = text.composeWithDoubles(into: findings) else { return nil }
        self.init(root, doubles: doubles)
    }

    /// The text, if the value is a text and not empty.
    public var text: String? {
        guard case .text(let text) = content, !text.isEmpty else { return nil }
        return text
    }

    /// The values of a list; `[]` if the value is not a list.
    public var elements: [YAMLDocument] {
        if case .list(let elements) = content { elements } else { [] }
    }

    /// The keys and values of a map; `[]` if the value is not a map.
    public var entries: [Entry] {
        if case .map(let entries) = content { entries } else { [] }
    }
}

private extension YAMLDocument {
    init(_ value: YAMLValue, doubles: [String: Range<Int>]) {
        location = value.location
        if let elements = value.elements {
            content = .list(elements.map { YAMLDocument($0, doubles: doubles) })
        } else if let entries = value.entries {
            content = .map(
                entries.map { key, value in
                    Entry(key, YAMLDocument(value, doubles: doubles), doubles: doubles)
                }
            )
        } else {
            content = .text(value.isEmpty ? "" : value.string ?? "")
        }
    }
}

private extension YAMLDocument.Entry {
    init(_ key: YAMLValue, _ value: YAMLDocument, doubles: [String: Range<Int>]) {
        self.value = value
        let file = key.text.file
        if let name = key.string, let place = doubles[name] {
            self.key = String(decoding: file.bytes[place], as: UTF8.self)
            location = file.location(of: place)
        } else {
            self.key = key.string ?? ""
            location = key.location
        }
    }
}
