/// The escaper of JSON strings that the whole program uses.
public enum JSONText {
    /// Appends the text in quotation marks.
    ///
    /// The characters that RFC 8259 (§7) does not allow there are escaped: the quotation mark, the backslash, and
    /// U+0000 to U+001F.
    public static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var written = 0
            for place in utf8.indices where utf8[place].needsEscape {
                bytes.append(contentsOf: utf8[written..<place])
                utf8[place].appendEscaped(to: &bytes)
                written = place + 1
            }
            bytes.append(contentsOf: utf8[written...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Returns the text in quotation marks.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns the escape of a character below U+10000 by its number (RFC 8259, §7), such as `\u005b`.
    static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }

    fileprivate func appendEscaped(to bytes: inout [UInt8]) {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), self]
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        default: bytes.append(contentsOf: JSONText.escaped(Unicode.Scalar(self)).utf8)
        }
    }
}
