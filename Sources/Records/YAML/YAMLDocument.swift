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
    /// Reads a file whole; nothing where it is no YAML, which is reported.
    public init?(reading file: SourceFile, into diagnostics: inout [Diagnostic]) {
        guard let text = SourceText(of: file, into: &diagnostics),
            let root = YAMLText(file: text.file, range: text.range).compose(into: &diagnostics)
        else { return nil }
        self.init(root)
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

    /// The value of a map's key.
    public subscript(key: String) -> YAMLDocument? {
        entries.first { $0.key == key }?.value
    }
}

private extension YAMLDocument {
    init(_ value: YAMLValue) {
        location = value.location
        if let elements = value.elements {
            content = .list(elements.map(YAMLDocument.init))
        } else if let entries = value.entries {
            content = .map(
                entries.map { key, value in
                    Entry(key: key.string ?? "", location: key.location, value: YAMLDocument(value))
                }
            )
        } else {
            content = .text(value.isEmpty ? "" : value.string ?? "")
        }
    }
}
