/// A bracket of any kind at the beginning of a line.
struct Bracket {
    /// The line.
    let text: String
    /// The text between it and its closing bracket; `nil` if it is not closed.
    let content: String?
    /// The text after the closing bracket or, if there is none, after the opening one.
    let behind: String
    /// Whether it is `[` or its full-width form, which is typed in Chinese and Japanese.
    let isSquare: Bool
    /// Whether it is an ASCII character, unlike those that are typed in Chinese and Japanese.
    let isASCII: Bool
}

extension Bracket {
    init?(at text: String) {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, Self.opening.contains(first) else { return nil }
        let inside = scalars.dropFirst()
        // Longer text between brackets is not meant as a phase.
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

    /// The bracket with its content, as written.
    var written: String { text.dropLast(suffix: behind) }

    static let opening = Set("[({<［（｛〔【「『《〈".unicodeScalars)
    static let closing = Set("])}>］）｝〕】」』》〉".unicodeScalars)
}

extension String {
    /// Returns the text without a suffix that it ends with.
    func dropLast(suffix: String) -> String {
        String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }

    /// Returns the text after a prefix that it begins with.
    func dropFirst(bytesOf prefix: String) -> String {
        String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    /// The text without the marks at its start that separate it from a word before it.
    var withoutSeparator: String {
        let marks = " \t:：-–—,".unicodeScalars
        return String(unicodeScalars.drop { marks.contains($0) || Bracket.closing.contains($0) })
    }

    /// The text without spaces and invisible characters at its start.
    var withoutInvisibleStart: String {
        let isInvisible: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format
        }
        return unicodeScalars.first.map(isInvisible) ?? false
            ? String(unicodeScalars.drop(while: isInvisible)) : self
    }

    /// Returns the text without scalars at both ends that meet the condition.
    func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
        while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// Returns the text, cut between words if it is longer than that number of bytes.
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
