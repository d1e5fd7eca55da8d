extension Prose {
    /// The plain text of HTML that consists of paragraphs, in the form of ``Prose/text``.
    ///
    /// Paragraphs are separated by an empty line, the lines of one are joined by spaces, and a link is followed by its
    /// address in parentheses.
    struct PlainText {
        private(set) var text = ""
        private var bytes: [UInt8] = []

        /// Makes the text; `nil` if the HTML contains anything else.
        init?(of html: String) {
            var html = html
            bytes.reserveCapacity(html.utf8.count)
            guard html.withUTF8({ readParagraphs($0[...]) }) else { return nil }
            text = String(decoding: bytes, as: UTF8.self)
            bytes = []
        }
    }
}

private extension Prose.PlainText {
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    mutating func readParagraphs(_ html: Bytes) -> Bool {
        var rest = html
        while !rest.isEmpty {
            guard rest.take("<p>") else { return false }
            if !bytes.isEmpty { bytes += "\n\n".utf8 }
            guard readParagraph(&rest) else { return false }
        }
        return true
    }

    /// Reads to the paragraph's end; returns `false` if the paragraph contains other markup than that of words and
    /// links.
    mutating func readParagraph(_ rest: inout Bytes) -> Bool {
        var link: (address: [UInt8], start: Int)?
        while true {
            bytes += rest.takeWords()
            guard let byte = rest.first else { return false }
            if byte != UInt8(ascii: "<") {
                bytes.append(rest.takeCharacter())
            } else if rest.take("</p>\n") {
                return true
            } else if rest.take("<br />\n") {
                bytes.append(UInt8(ascii: "\n"))
            } else if rest.take("<a href=\"") {
                link = (rest.takeAttribute(), bytes.count)
            } else if rest.take("</a>") {
                guard let (address, start) = link else { return false }
                if !bytes[start...].elementsEqual(address) { bytes += " (".utf8 + address + ")".utf8 }
            } else if !Self.ofWords.contains(where: { rest.take($0) }) {
                return false
            }
        }
    }

    private static let ofWords: [StaticString] = [
        "<strong>", "</strong>", "<em>", "</em>", "<code>", "</code>",
    ]
}

private extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Skips the text if it comes next, and returns whether it does.
    mutating func take(_ text: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard starts(with: expected) else { return false }
        removeFirst(expected.count)
        return true
    }

    /// Takes what comes before the next markup, escape or line break.
    mutating func takeWords() -> Self {
        var end = startIndex
        while end < endIndex, base[end] != UInt8(ascii: "<"), base[end] != UInt8(ascii: "&"),
            base[end] != UInt8(ascii: "\n")
        {
            end += 1
        }
        defer { self = self[end...] }
        return self[..<end]
    }

    /// Takes the next byte of a text, with an escape of libcmark replaced by the character that it means.
    mutating func takeCharacter() -> UInt8 {
        let byte = removeFirst()
        switch byte {
        case UInt8(ascii: "\n"): return UInt8(ascii: " ")
        case UInt8(ascii: "&"):
            if take("amp;") { return byte }
            if take("quot;") { return UInt8(ascii: "\"") }
            if take("lt;") { return UInt8(ascii: "<") }
            return take("gt;") ? UInt8(ascii: ">") : byte
        default: return byte
        }
    }

    /// Takes the value of an attribute, and skips the rest of its tag.
    mutating func takeAttribute() -> [UInt8] {
        var value: [UInt8] = []
        while !isEmpty, !take("\">") { value.append(takeCharacter()) }
        return value
    }
}
