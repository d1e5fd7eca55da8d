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
