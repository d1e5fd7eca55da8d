/// The one escaper of JSON's strings.
public enum JSONText {
    /// Appends the text in quotation marks. What RFC 8259 §7 does not allow in them is escaped: the mark itself,
    /// the backslash, and U+0000 to U+001F.
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
        default:
            bytes.append(contentsOf: self < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
            bytes.append(contentsOf: String(self, radix: 16).utf8)
        }
    }
}
