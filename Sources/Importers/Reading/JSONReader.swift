import Diagnostics

/// Reads a JSON file as RFC 8259 has it.
///
/// A reader of YAML would do, but for emoji written as two escapes, and for the size of a whole history.
struct JSONReader {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var index: Int

    /// Reads the file, or a part of it.
    static func read(_ file: SourceFile, in part: Range<Int>? = nil) throws(Refusal) -> JSON {
        guard String(validating: file.bytes, as: UTF8.self) != nil else {
            throw Refusal("the file is not UTF-8", at: file.start)
        }
        var reader = JSONReader(file, in: part)
        let root = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.index == reader.bytes.count else {
            throw reader.refusal("there is more behind the value")
        }
        return root
    }

    private init(_ file: SourceFile, in part: Range<Int>?) {
        self.file = file
        // Places count from the file's start.
        bytes = part.map { Array(file.bytes[..<$0.upperBound]) } ?? file.bytes
        index = part?.lowerBound ?? bytes.textStart
    }
}

// MARK: - Values

private extension JSONReader {
    static let deepest = 64

    mutating func value(depth: Int) throws(Refusal) -> JSON {
        skipBlanks()
        let start = index
        guard depth < Self.deepest else { throw refusal("values are nested too deeply") }
        let content: JSON.Content
        switch next {
        case UInt8(ascii: "{"): content = try map(depth: depth)
        case UInt8(ascii: "["): content = try list(depth: depth)
        case UInt8(ascii: "\""): content = .text(try text())
        default: content = try word()
        }
        return JSON(content: content, range: start..<index)
    }

    mutating func map(depth: Int) throws(Refusal) -> JSON.Content {
        var values: [String: JSON] = [:]
        index += 1
        skipBlanks()
        while !take("}") {
            if !values.isEmpty { try expect(",") }
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw refusal("a key between double quotes is missing") }
            let key = try text()
            try expect(":")
            values[key] = try value(depth: depth + 1)
            skipBlanks()
        }
        return .map(values)
    }

    mutating func list(depth: Int) throws(Refusal) -> JSON.Content {
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

    mutating func word() throws(Refusal) -> JSON.Content {
        let start = index
        while let byte = next, Self.isPartOfWord(byte) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if word == "null" { return .null }
        guard ["true", "false"].contains(word) || Double(word) != nil else {
            index = start
            throw refusal(next == nil ? "the file ends in the middle of a value" : "this is no value")
        }
        return .word(word)
    }

    static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte.isSmallLetter || byte.isDigit || "+-.E".utf8.contains(byte)
    }
}

// MARK: - Texts

private extension JSONReader {
    mutating func text() throws(Refusal) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            index += 1
            if byte == UInt8(ascii: "\\") { text += try escaped().utf8 } else { text.append(byte) }
        }
        guard take("\"") else {
            index = start
            throw refusal("this text has no end")
        }
        return String(decoding: text, as: UTF8.self)
    }

    mutating func escaped() throws(Refusal) -> String {
        guard let byte = next else { throw refusal("the file ends in the middle of a value") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return String(Unicode.Scalar(byte))
        case UInt8(ascii: "u"): return try character()
        default: throw refusal("there is no such escape")
        }
    }

    /// The character of `\u…`, or of two of them; half of such a pair is none.
    mutating func character() throws(Refusal) -> String {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: "\\u".utf8) else {
            return String(decoding: [first], as: UTF16.self)
        }
        index += 2
        return String(decoding: [first, try unit()], as: UTF16.self)
    }

    mutating func unit() throws(Refusal) -> UInt16 {
        let digits = bytes[index..<min(index + 4, bytes.count)]
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw refusal("four hexadecimal digits are missing")
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

    mutating func expect(_ mark: Unicode.Scalar) throws(Refusal) {
        skipBlanks()
        guard take(mark) else { throw refusal("a `\(mark)` is missing") }
    }

    func refusal(_ message: String) -> Refusal {
        let value = JSON(content: .null, range: index..<index + 1)
        return Refusal("this is no JSON: \(message)", at: file.location(of: value))
    }
}
