/// The one escaper of HTML. It works on bytes: to a comparison of Characters, `<` with a combining mark behind it or
/// U+0600 in front is no `<`, and to a browser it is.
public enum HTMLText {
    /// The text for use in HTML, between tags or in a quoted attribute.
    public static func escaped(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            bytes.firstIndex { $0.htmlEntity != nil }.map { escaped(bytes, from: $0) }
        } ?? text
    }

    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> String {
        var escaped = Array(bytes[..<first])
        escaped.reserveCapacity(bytes.count + 32)
        for byte in bytes[first...] {
            if let entity = byte.htmlEntity {
                escaped.append(contentsOf: entity.utf8)
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension UInt8 {
    /// What stands for the byte in HTML, where it cannot stand for itself.
    fileprivate var htmlEntity: String? {
        // All five lie below `?`: one comparison settles most bytes.
        guard self <= UInt8(ascii: ">") else { return nil }
        return switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
