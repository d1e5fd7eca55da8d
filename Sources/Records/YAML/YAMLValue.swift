import Diagnostics
import Yams

/// A value of a YAML text, with its place.
///
/// Places are computed only when needed, since most values are correct.
struct YAMLValue {
    let node: Node
    let text: YAMLText

    /// The text of a scalar, without quotes and without characters that do not belong in text.
    var string: String? {
        if case .scalar(let scalar) = node { scalar.string.cleaned } else { nil }
    }

    /// Whether the value is a text without quotes.
    var isPlain: Bool {
        if case .scalar(let scalar) = node { scalar.style == .plain } else { false }
    }

    /// Whether the value is empty: no text at all, or null in YAML.
    var isEmpty: Bool {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty || scalar.style == .plain && isNull(scalar.string)
        case .sequence(let sequence): sequence.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        case .alias: true
        }
    }

    /// The values of a list.
    var elements: [YAMLValue]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map { YAMLValue(node: $0, text: text) }
    }

    /// Returns the value of a map's key.
    subscript(key: String) -> YAMLValue? { entries?.first { $0.key.string == key }?.value }

    /// The keys and values of a map, in the author's order.
    var entries: [(key: YAMLValue, value: YAMLValue)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map { (YAMLValue(node: $0.key, text: text), YAMLValue(node: $0.value, text: text)) }
    }

    /// Returns the map without some of its keys, or the value itself if it is not a map.
    func leavingOut(_ isLeftOut: (YAMLValue) -> Bool) -> YAMLValue {
        guard case .mapping(let mapping) = node else { return self }
        let kept = mapping.filter { !isLeftOut(YAMLValue(node: $0.key, text: text)) }
        let pairs = kept.map { ($0.key, $0.value) }
        return YAMLValue(
            node: .mapping(Node.Mapping(pairs, mapping.tag, mapping.style, mapping.mark)), text: text)
    }

    /// The kind of value, for messages.
    var kind: String {
        switch node {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a map"
        case .alias: "an alias"
        }
    }
}

extension YAMLValue {
    /// The value's place in the file: the whole first line of a text, the first byte of a list or map.
    var location: SourceLocation {
        text.file.location(of: range)
    }
}

extension YAMLValue {
    /// The offset in the file at which the value begins: for block lists and maps, that of their first element; for
    /// others, that of their bracket or quote.
    var start: Int { node.mark.map { text.offset(of: $0) } ?? text.range.lowerBound }

    /// The offset at which a text ends that is plain or quoted; `nil` for texts in another style.
    var end: Int? {
        guard case .scalar(let scalar) = node else { return nil }
        let bytes = text.file.bytes[start..<text.range.upperBound]
        switch scalar.style {
        case .plain: return bytes.starts(with: scalar.string.utf8) ? start + scalar.string.utf8.count : nil
        case .doubleQuoted, .singleQuoted: return bytes.endOfQuoted
        default: return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// The index after the closing quote of the text that begins with a quote.
    fileprivate var endOfQuoted: Int? {
        guard let quote = first else { return nil }
        var index = startIndex + 1
        while index < endIndex, self[index] != quote || isDoubled(at: index) {
            let isEscape = self[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
            index += isEscape || self[index] == quote ? 2 : 1
        }
        return index < endIndex ? index + 1 : nil
    }

    /// Whether the byte is one of two apostrophes that are one character of the text.
    private func isDoubled(at index: Int) -> Bool {
        self[index] == UInt8(ascii: "'") && index + 1 < endIndex && self[index + 1] == UInt8(ascii: "'")
    }
}

private extension YAMLValue {
    var contentStart: Int { start + (isPlain ? 0 : 1) }

    var range: Range<Int> {
        guard let string else { return start..<start + 1 }
        guard isWrittenAsRead(string) else { return start..<start + 1 }
        return start..<max(start + 1, contentStart + string.utf8.count + (isPlain ? 0 : 1))
    }

    func isWrittenAsRead(_ string: String) -> Bool {
        text.file.bytes.dropFirst(contentStart).starts(with: string.utf8)
    }

    func isNull(_ string: String) -> Bool {
        string == "~" || string == "null" || string == "Null" || string == "NULL"
    }
}
