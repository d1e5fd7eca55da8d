import Diagnostics

/// A mistake in a JSON file, with its place.
public struct JSONMistake: Error, Equatable {
    /// What is wrong: in lowercase, without a period.
    public let message: String
    /// The offset of the first wrong byte, from 0.
    public let offset: Int
}

/// A reader of JSON files (RFC 8259).
///
/// A duplicate key in an object is a mistake, since two readers could use different ones of its values.
///
/// A YAML reader would do, except for emoji written as two escapes and for the size of a whole history.
public struct JSONReader {
    private let bytes: [UInt8]
    private var index: Int

    /// Returns the value in a file's bytes, or in a part of them.
    public static func read(_ bytes: [UInt8], in part: Range<Int>? = nil) throws(JSONMistake) -> JSON {
        if let offset = bytes.firstOffsetOutsideUTF8 {
            throw JSONMistake(message: "the file is not valid UTF-8", offset: offset)
        }
        // Offsets are counted from the start of the file.
        var reader = JSONReader(
            bytes: part.map { Array(bytes[..<$0.upperBound]) } ?? bytes,
            index: part?.lowerBound ?? bytes.textStart
        )
        let root = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.index == reader.bytes.count else {
            throw reader.mistake("there is text after the value")
        }
        return root
    }

    /// Returns the offset in a file of a byte of one of its texts, for JSON in a JSON string.
    ///
    /// - Parameters:
    ///   - place: the offset of the byte in the text, without quotation marks and escapes.
    ///   - text: the text in quotation marks, as it was read from `bytes`.
    public static func offset(ofByte place: Int, of text: JSON, in bytes: [UInt8]) -> Int {
        var reader = JSONReader(bytes: bytes, index: text.range.lowerBound + 1)
        var length = 0
        while reader.index < text.range.upperBound - 1 {
            let start = reader.index
            reader.index += 1
            let isEscape = bytes[start] == UInt8(ascii: "\\")
            length += isEscape ? (try? reader.escaped())?.utf8.count ?? 1 : 1
            if place < length { return start }
        }
        return reader.index
    }
}

// MARK: - Values

private extension JSONReader {
    static let deepest = 64

    mutating func value(depth: Int) throws(JSONMistake) -> JSON {
        skipBlanks()
        let start = index
        guard depth < Self.deepest else { throw mistake("values are nested too deeply") }
        let content: JSON.Content
        switch next {
        case UInt8(ascii: "{"): content = try map(depth: depth)
        case UInt8(ascii: "["): content = try list(depth: depth)
        case UInt8(ascii: "\""): content = .text(try text())
        default: content = try word()
        }
        return JSON(content: content, range: start..<index)
    }

    mutating func map(depth: Int) throws(JSONMistake) -> JSON.Content {
        var values: [String: JSON] = [:]
        index += 1
        skipBlanks()
        while !take("}") {
            if !values.isEmpty { try expect(",") }
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw mistake("expected a key in double quotes") }
            let start = index
            let key = try text()
            guard values[key] == nil else {
                index = start
                throw mistake("this key appears twice")
            }
            try expect(":")
            values[key] = try value(depth: depth + 1)
            skipBlanks()
        }
        return .map(values)
    }

    mutating func list(depth: Int) throws(JSONMistake) -> JSON.Content {
        var values: [JSON] = []
        index += 1
        skipBlanks()
        while !take("]") {
            if !values.isEmpty { try expect(",") }
            values.append(try value(depth: depth + 1))
            skipBlanks()
        }
        return .list(values)
    }

    mutating func word() throws(JSONMistake) -> JSON.Content {
        let start = index
        while let byte = next, Self.isPartOfWord(byte) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if word == "null" { return .null }
        guard ["true", "false"].contains(word) || Double(word) != nil else {
            index = start
            throw mistake(next == nil ? "the file ends in the middle of a value" : "this is not a value")
        }
        return .word(word)
    }

    static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte.isSmallLetter || byte.isDigit || "+-.E".utf8.contains(byte)
    }
}

// MARK: - Texts

private extension JSONReader {
    mutating func text() throws(JSONMistake) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            index += 1
            if byte == UInt8(ascii: "\\") { text += try escaped().utf8 } else { text.append(byte) }
        }
        guard take("\"") else {
            index = start
            throw mistake("this string is not closed")
        }
        return String(decoding: text, as: UTF8.self)
    }

    mutating func escaped() throws(JSONMistake) -> String {
        guard let byte = next else { throw mistake("the file ends in the middle of a value") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return String(Unicode.Scalar(byte))
        case UInt8(ascii: "u"): return try numbered()
        default: throw mistake("unknown escape")
        }
    }

    /// Returns the character of one or two `\u…` escapes; half of a surrogate pair becomes U+FFFD.
    mutating func numbered() throws(JSONMistake) -> String {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: "\\u".utf8) else {
            return String(decoding: [first], as: UTF16.self)
        }
        index += 2
        return String(decoding: [first, try unit()], as: UTF16.self)
    }

    mutating func unit() throws(JSONMistake) -> UInt16 {
        let digits = bytes[index..<min(index + 4, bytes.count)]
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw mistake("expected four hexadecimal digits")
        }
        index += 4
        return unit
    }
}

// MARK: - Bytes

private extension JSONReader {
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipBlanks() {
        while let byte = next, " \t\r\n".utf8.contains(byte) { index += 1 }
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    mutating func expect(_ mark: Unicode.Scalar) throws(JSONMistake) {
        skipBlanks()
        guard take(mark) else { throw mistake("expected `\(mark)`") }
    }

    func mistake(_ message: String) -> JSONMistake {
        JSONMistake(message: "this is not valid JSON: \(message)", offset: index)
    }
}
