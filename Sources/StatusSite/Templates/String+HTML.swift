extension String {
    /// The text for use in HTML, between tags or in a quoted attribute.
    var escapedForHTML: String {
        var text = self
        return text.withUTF8 { bytes in
            let first = bytes.firstIndex { $0.htmlEntity != nil }
            return first.map { String(escaping: bytes, from: $0) }
        } ?? self
    }

    private init(escaping bytes: UnsafeBufferPointer<UInt8>, from first: Int) {
        var escaped = Array(bytes[..<first])
        escaped.reserveCapacity(bytes.count + 32)
        for byte in bytes[first...] {
            if let entity = byte.htmlEntity {
                escaped.append(contentsOf: entity.utf8)
            } else {
                escaped.append(byte)
            }
        }
        self.init(decoding: escaped, as: UTF8.self)
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
