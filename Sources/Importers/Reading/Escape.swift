import Diagnostics

extension ByteScanner {
    /// Takes the escape after a backslash, as in YAML, TOML and JSON; `nil`, without moving, if none of them has it.
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

    /// Takes a character by its number.
    ///
    /// In JSON, two numbers of four digits make a character beyond the first 65,536; one half of such a pair is not a
    /// character.
    private mutating func takeCharacter(ofDigits count: Int) -> [UInt8]? {
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

    /// Takes the number after the escape's letter.
    private mutating func takeNumber(ofDigits count: Int) -> UInt32? {
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
    private static let escapes: [UInt8: String] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
        UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\",
        UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
        UInt8(ascii: "P"): "\u{2029}",
    ]
}
