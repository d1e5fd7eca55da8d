import Diagnostics

extension YAMLPitfalls {
    /// Scans a value in brackets or braces, which may extend over several lines.
    ///
    /// - Returns: whether the scanner can continue after it.
    mutating func scanFlow(key: Range<Int>?) -> Bool {
        let start = offset
        var depth = 0
        /// The beginning of the plain text that the scanner is in.
        var plain: Int?
        var last = start..<start
        while current != nil {
            if plain == nil, skipProperties() { return false }
            guard let byte = current else { break }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                guard depth <= Self.deepest else {
                    refuseDepth(at: offset)
                    return false
                }
                keys?.open(isMap: byte == UInt8(ascii: "{"))
                plain = nil
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                keys?.close()
                plain = nil
            case UInt8(ascii: ","):
                reportCommaInNumber()
                plain = nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if plain == nil {
                    let quote = offset
                    scanQuoted()
                    last = quote..<offset
                    continue
                }
            case UInt8(ascii: "#") where plain == nil || isComment(at: offset):
                if let plain, !isBlank(at: offset + 1), endsInComment(depth: depth) {
                    reportComment(in: start, from: plain)
                    return false
                }
                skipRest()
                plain = nil
                continue
            case UInt8(ascii: ":") where plain == nil || isBlank(at: offset + 1):
                keys?.addInFlow(plain.map { $0..<offset } ?? last)
                plain = nil
            case UInt8(ascii: "?") where plain == nil: break
            default:
                if plain == nil, !byte.isSpace {
                    plain = offset
                    reportTypographicQuote(at: offset)
                }
            }
            if offset < end { offset += 1 }
            if depth == 0 { break }
        }
        guard depth == 0 else {
            reportUnclosed("bracket", at: start)
            return false
        }
        return !reportTextAfterBracket(from: start, key: key)
    }

    mutating func scanQuoted() {
        guard let quote = current else { return }
        let start = offset
        var slip: Range<Int>?
        offset += 1
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                passEscape(&slip)
                continue
            }
            offset += 1
            guard byte == quote else { continue }
            // In single quotes, two single quotes are one character.
            guard quote == UInt8(ascii: "'"), current == quote else {
                if let slip { reportEscape(slip, in: start..<offset) }
                return
            }
            offset += 1
        }
        reportUnclosed("quote", at: start)
    }

    /// Whether the comment at the offset contains as many closing brackets as are open.
    private func endsInComment(depth: Int) -> Bool {
        text.file.bytes[offset..<lineEnd].count { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }
            >= depth
    }

    private mutating func passEscape(_ slip: inout Range<Int>?) {
        let start = offset
        switch escape(at: start) {
        case .known(let count): offset = min(end, start + count)
        case .unknown(let count), .surrogates(let count, _):
            offset = min(end, start + count)
            slip = slip ?? start..<offset
        }
    }

    /// Skips the tags before a value.
    ///
    /// If there is an anchor or alias, reports it and skips the line.
    mutating func skipProperties() -> Bool {
        while current == UInt8(ascii: "!") {
            let isVerbatim = offset + 1 < end && text.file.bytes[offset + 1] == UInt8(ascii: "<")
            while let byte = current, !byte.isSpace, isVerbatim || !",[]{}".utf8.contains(byte) {
                offset += 1
            }
            skipBlanks()
        }
        guard let byte = current, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
            !isBlank(at: offset + 1)
        else { return false }
        let start = offset
        while let byte = current, !byte.isSpace, !",]}".utf8.contains(byte) { offset += 1 }
        reportAnchor(at: start..<offset)
        skipRest()
        return true
    }
}
