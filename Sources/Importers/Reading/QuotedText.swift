import Diagnostics

/// The rules for a quoted text.
struct QuoteStyle {
    let mark: [UInt8]
    /// Whether a backslash begins an escape; otherwise it is a backslash.
    var hasEscapes = false
    /// Whether two quotation marks are one in the text.
    var isDoubled = false
    var lines: Lines

    /// The meaning of a line end in the text.
    enum Lines {
        /// The text cannot contain one.
        case none
        /// A space; if empty lines follow, only those remain.
        case folded
        /// A line end.
        case kept
    }

    static let yaml = [
        QuoteStyle(mark: Array("\"".utf8), hasEscapes: true, lines: .folded),
        QuoteStyle(mark: Array("'".utf8), isDoubled: true, lines: .folded),
    ]
    /// Three marks come before one, since two marks would otherwise be an empty text.
    static let toml = [
        QuoteStyle(mark: Array("\"\"\"".utf8), hasEscapes: true, lines: .kept),
        QuoteStyle(mark: Array("'''".utf8), lines: .kept),
        QuoteStyle(mark: Array("\"".utf8), hasEscapes: true, lines: .none),
        QuoteStyle(mark: Array("'".utf8), lines: .none),
    ]
}

extension ByteScanner {
    /// Takes a quoted text with its quotation marks; `nil`, without moving, if none begins here, or if it does not end.
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
    /// Ends a text; one between three quotation marks may end with up to two more.
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

    /// Takes a backslash: one at the end of a line joins the next line, and one that begins no escape is itself.
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
