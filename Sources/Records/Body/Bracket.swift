/// A bracket at the beginning of a line, of whatever kind.
struct Bracket {
    /// The line.
    let text: String
    /// What stands between it and the one that closes it; nothing where none does.
    let content: String?
    /// What follows the closing one; where there is none, the opening one.
    let behind: String
    /// Whether it is `[`, or the wide one of Chinese and Japanese.
    let isSquare: Bool
    /// Whether it is none of those that are typed in Chinese and Japanese.
    let isASCII: Bool
}

extension Bracket {
    init?(at text: String) {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, Self.opening.contains(first) else { return nil }
        let inside = scalars.dropFirst()
        // Whoever writes more between brackets marks no phase.
        let end = inside.prefix(100).firstIndex { Self.closing.contains($0) || $0 == "[" }
        self.text = text
        isSquare = first == "[" || first == "［"
        isASCII = first.isASCII
        if let end, scalars[end] != "[" {
            content = String(inside[..<end]).trimmed
            behind = String(scalars[scalars.index(after: end)...])
        } else {
            content = nil
            behind = String(inside).trimmedStart
        }
    }

    /// The bracket with what it holds.
    var written: String { text.dropLast(suffix: behind) }

    static let opening = Set("[({<［（｛〔【「『《〈".unicodeScalars)
    static let closing = Set("])}>］）｝〕】」』》〉".unicodeScalars)
}

extension String {
    /// The text without what it ends with.
    func dropLast(suffix: String) -> String {
        String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }

    /// The text behind what it begins with.
    func dropFirst(bytesOf prefix: String) -> String {
        String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    /// The text without what parts it from a word before it.
    var withoutSeparator: String {
        let marks = " \t:：-–—,".unicodeScalars
        return String(unicodeScalars.drop { marks.contains($0) || Bracket.closing.contains($0) })
    }

    /// The text without blanks and marks before it that nobody sees.
    var withoutInvisibleStart: String {
        let isInvisible: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format
        }
        return unicodeScalars.first.map(isInvisible) ?? false
            ? String(unicodeScalars.drop(while: isInvisible)) : self
    }

    /// The text without such scalars at both ends.
    func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
        while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// The text, cut at a word where it is longer.
    func cut(to length: Int) -> String {
        guard utf8.count > length else { return self }
        var text = ""
        for word in split(separator: " ") {
            guard text.utf8.count + word.utf8.count < length else { break }
            text += (text.isEmpty ? "" : " ") + word
        }
        return text + " …"
    }
}
