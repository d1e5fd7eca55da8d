import Diagnostics

/// How a text between quotes is written.
struct QuoteStyle {
    let mark: [UInt8]
    /// Whether a backslash begins an escape; elsewhere it is one.
    var hasEscapes = false
    /// Whether two quotes are one in the text.
    var isDoubled = false
    var lines: Lines

    /// What the end of a line in it is.
    enum Lines {
        /// No part of such a text.
        case none
        /// A blank; with empty lines behind it, those.
        case folded
        /// What it is.
        case kept
    }

    static let yaml = [
        QuoteStyle(mark: Array("\"".utf8), hasEscapes: true, lines: .folded),
        QuoteStyle(mark: Array("'".utf8), isDoubled: true, lines: .folded),
    ]
    /// Those of three marks first: of one mark, two are an empty text.
    static let toml = [
        QuoteStyle(mark: Array("\"\"\"".utf8), hasEscapes: true, lines: .kept),
        QuoteStyle(mark: Array("'''".utf8), lines: .kept),
        QuoteStyle(mark: Array("\"".utf8), hasEscapes: true, lines: .none),
        QuoteStyle(mark: Array("'".utf8), lines: .none),
    ]
}

extension ByteScanner {
    /// Takes a text between quotes, and passes them; `nil`, without a step, if none begins here, or it does not end.
    mutating func takeQuoted(in styles: [QuoteStyle]) -> String? {
        guard let style = styles.first(where: { starts(with: $0.mark) }) else { return nil }
        let start = index
        index += style.mark.count
        if style.lines == .kept { takeLineEnd() }
        var text: [UInt8] = []
        while let byte = next {
            if starts(with: style.mark) {
                if style.isDoubled, starts(with: style.mark, at: style.mark.count) {
                    text += style.mark
                    index += 2 * style.mark.count
                    continue
                }
                return end(text, in: style)
            }
            if isAtLineEnd {
                guard style.lines != .none else { break }
                takeLineEnd(of: &text, in: style)
            } else if byte == UInt8(ascii: "\\"), style.hasEscapes {
                takeBackslash(into: &text, in: style)
            } else {
                text.append(byte)
                index += 1
            }
        }
        index = start
        return nil
    }
}

private extension ByteScanner {
    /// Between three quotes up to two more may stand at the text's end.
    mutating func end(_ text: [UInt8], in style: QuoteStyle) -> String {
        var text = text
        while style.mark.count > 1, starts(with: [style.mark[0]], at: style.mark.count),
            text.suffix(2) != [style.mark[0], style.mark[0]][...]
        {
            text.append(style.mark[0])
            index += 1
        }
        index += style.mark.count
        return String(decoding: text, as: UTF8.self)
    }

    @discardableResult
    mutating func takeLineEnd() -> Bool {
        let isTaken = take("\r")
        return take("\n") || isTaken
    }

    mutating func takeLineEnd(of text: inout [UInt8], in style: QuoteStyle) {
        takeLineEnd()
        guard style.lines == .folded else { return text.append(UInt8(ascii: "\n")) }
        while let last = text.last, " \t".utf8.contains(last) { text.removeLast() }
        skipBlanks()
        var breaks = 0
        while next != nil, isAtLineEnd {
            takeLineEnd()
            skipBlanks()
            breaks += 1
        }
        text += Array(repeating: UInt8(ascii: "\n"), count: breaks)
        if breaks == 0 { text.append(UInt8(ascii: " ")) }
    }

    /// A backslash at a line's end joins the next line; one that begins no escape is itself.
    mutating func takeBackslash(into text: inout [UInt8], in style: QuoteStyle) {
        let start = index
        index += 1
        if style.lines != .none {
            skipBlanks()
            if takeLineEnd() {
                skip { " \t\r\n".utf8.contains($0) }
                return
            }
            index = start + 1
        }
        if let character = takeEscape() {
            text += character
        } else {
            text.append(UInt8(ascii: "\\"))
        }
    }
}

// MARK: - Escapes

private extension ByteScanner {
    /// What stands behind a backslash, as YAML, TOML and JSON have it; `nil`, without a step, if it is none of theirs.
    mutating func takeEscape() -> [UInt8]? {
        guard let byte = next else { return nil }
        switch byte {
        case UInt8(ascii: "x"): return takeCharacter(ofDigits: 2)
        case UInt8(ascii: "u"): return takeCharacter(ofDigits: 4)
        case UInt8(ascii: "U"): return takeCharacter(ofDigits: 8)
        default:
            guard let text = Self.escapes[byte] else { return nil }
            index += 1
            return Array(text.utf8)
        }
    }

    /// The character of that number; two of four digits, as JSON has them, are one beyond the first 65,536. Half of
    /// such a pair is none.
    mutating func takeCharacter(ofDigits count: Int) -> [UInt8]? {
        guard let first = takeNumber(ofDigits: count) else { return nil }
        var number = first
        if (0xD800..<0xDC00).contains(first), starts(with: Array("\\u".utf8)) {
            var rest = self
            rest.index += 1
            if let second = rest.takeNumber(ofDigits: 4), (0xDC00..<0xE000).contains(second) {
                number = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                self = rest
            }
        }
        return Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
    }

    /// The number behind the escape's letter.
    mutating func takeNumber(ofDigits count: Int) -> UInt32? {
        guard index + count < end else { return nil }
        let digits = file.bytes[index + 1...index + count]
        let isNumber = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        guard isNumber, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return nil
        }
        index += 1 + count
        return number
    }

    /// Source: YAML 1.2.2, 5.7 "Escaped Characters"; TOML 1.0 has some of them.
    static let escapes: [UInt8: String] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
        UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\",
        UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
        UInt8(ascii: "P"): "\u{2029}",
    ]
}
