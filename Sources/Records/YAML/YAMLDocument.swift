public import Diagnostics

/// A YAML or JSON file of another tool, as values with their places. It is read as carefully as a record's front
/// matter: without anchors, and without nesting that has no end.
public struct YAMLDocument: Sendable {
    /// What stands there.
    public let content: Content
    /// Where it stands: of a text all of its first line, of a list or map its first byte.
    public let location: SourceLocation

    /// The three kinds of value. Numbers and words such as `true` are texts, as they were written.
    public enum Content: Sendable {
        /// A text; an empty one where there is nothing.
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
        /// Where the key stands.
        public let location: SourceLocation
        /// What stands behind it.
        public let value: YAMLDocument
    }
}

extension YAMLDocument {
    /// Reads a file whole, or a part of it; `nil` if that is no YAML, which is reported.
    ///
    /// A key that stands twice in a map has two entries: whether that matters, the reader knows.
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

    /// The text, where it is one and not empty.
    public var text: String? {
        guard case .text(let text) = content, !text.isEmpty else { return nil }
        return text
    }

    /// The values of a list; none where it is no list.
    public var elements: [YAMLDocument] {
        if case .list(let elements) = content { elements } else { [] }
    }

    /// The keys and values of a map; none where it is no map.
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
