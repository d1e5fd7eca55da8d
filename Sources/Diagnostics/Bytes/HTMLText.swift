/// The escaper of HTML that the whole program uses.
///
/// It works on bytes: in a comparison of `Character`s, `<` with a combining mark after it or U+0600 before it is not
/// `<`, but for a browser it is.
public enum HTMLText {
    /// Returns the text for use in HTML, between tags or in a quoted attribute.
    public static func escaped(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ $0.contains { $0.htmlEntity != nil } }) else { return text }
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text for use in HTML, between tags or in a quoted attribute.
    ///
    /// - Parameter quotes: whether quotation marks are escaped too, which attributes require.
    public static func append(_ text: String, quotes: Bool = true, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            for place in bytes.indices {
                guard let entity = bytes[place].htmlEntity, quotes || !bytes[place].isQuote else { continue }
                output.append(contentsOf: bytes[written..<place])
                output.append(contentsOf: entity.utf8)
                written = place + 1
            }
            output.append(contentsOf: bytes[written...])
        }
    }
}

extension UInt8 {
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

    /// The entity for the byte in HTML; `nil` if the byte can be written as it is.
    fileprivate var htmlEntity: String? {
        // All five are below `?`, so one comparison is enough for most bytes.
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
