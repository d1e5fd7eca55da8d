/// A value of a JSON text (RFC 8259), read without trust: nothing may be nested deeper than 64 levels, and keys may not
/// occur twice.
enum JSON: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case map([String: JSON])

    /// The greatest number of nested lists and maps.
    static let depth = 64

    /// Reads an entire text.
    init(_ bytes: [UInt8]) throws(Unreadable) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.value(within: Self.depth)
        guard reader.isAtEnd else { throw Unreadable("there is text after its end") }
    }
}

/// Reads JSON from the first byte to the last.
private struct JSONReader {
    let bytes: [UInt8]
    var place = 0

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return place == bytes.count
        }
    }

    mutating func value(within levels: Int) throws(Unreadable) -> JSON {
        skipBlanks()
        guard place < bytes.count else { throw Unreadable("it ends unexpectedly") }
        switch bytes[place] {
        case UInt8(ascii: "{"): return .map(try map(within: levels - 1))
        case UInt8(ascii: "["): return .list(try list(within: levels - 1))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        case UInt8(ascii: "n") where take("null"): return .null
        default: return .number(try number())
        }
    }

    private mutating func map(within levels: Int) throws(Unreadable) -> [String: JSON] {
        guard levels > 0 else { throw Unreadable("it is nested too deeply") }
        place += 1
        var members: [String: JSON] = [:]
        if take("}", afterBlanks: true) { return members }
        repeat {
            skipBlanks()
            let key = try text()
            guard take(":", afterBlanks: true) else { throw wrong }
            guard members.updateValue(try value(within: levels), forKey: key) == nil else {
                throw Unreadable("`\(key)` appears twice")
            }
        } while take(",", afterBlanks: true)
        guard take("}", afterBlanks: true) else { throw wrong }
        return members
    }

    private mutating func list(within levels: Int) throws(Unreadable) -> [JSON] {
        guard levels > 0 else { throw Unreadable("it is nested too deeply") }
        place += 1
        var elements: [JSON] = []
        if take("]", afterBlanks: true) { return elements }
        repeat { elements.append(try value(within: levels)) } while take(",", afterBlanks: true)
        guard take("]", afterBlanks: true) else { throw wrong }
        return elements
    }

    private mutating func number() throws(Unreadable) -> Double {
        let start = place
        while place < bytes.count, "+-.0123456789eE".utf8.contains(bytes[place]) { place += 1 }
        // What Swift reads beyond JSON's numbers, such as `0x1` and `nan`, has other letters.
        guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)),
            number.isFinite
        else {
            throw wrong
        }
        return number
    }

    private mutating func text() throws(Unreadable) -> String {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw wrong }
        place += 1
        var (text, start) = ("", place)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<place], as: UTF8.self)
                place += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<place], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                start = place
            case ..<0x20: throw wrong
            default: place += 1
            }
        }
        throw Unreadable("it ends unexpectedly")
    }

    /// Reads an escape: `\n`, or `\u00e9`, or two of the latter for a character beyond U+FFFF.
    private mutating func escape() throws(Unreadable) -> Unicode.Scalar {
        guard place + 1 < bytes.count else { throw wrong }
        let letter = bytes[place + 1]
        let simple = Array("\"\\/bfnrt".utf8).firstIndex(of: letter)
        if let simple {
            place += 2
            return Array("\"\\/\u{8}\u{c}\n\r\t".unicodeScalars)[simple]
        }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let second = try unit()
        guard (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw wrong }
        return scalar
    }

    private mutating func unit() throws(Unreadable) -> UInt32 {
        guard place + 6 <= bytes.count, take("\\u"),
            let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw wrong }
        place += 4
        return unit
    }

    private mutating func take(_ word: StaticString, afterBlanks: Bool = false) -> Bool {
        if afterBlanks { skipBlanks() }
        let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
        if isThere { place += word.utf8CodeUnitCount }
        return isThere
    }

    private mutating func skipBlanks() {
        while place < bytes.count, " \t\r\n".utf8.contains(bytes[place]) { place += 1 }
    }

    private var wrong: Unreadable { Unreadable("it is not valid JSON (byte \(place))") }
}
