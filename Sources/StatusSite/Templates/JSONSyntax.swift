/// A check of a message against the grammar of JSON (RFC 8259).
///
/// A message is an object or an array. A comma may precede a closing bracket, because ``compactJSON`` drops it.
struct JSONSyntax {
    private let bytes: [UInt8]
    private var index = 0
    /// The closing brackets of what is open.
    private var open: [UInt8] = []
    fileprivate var next = Next.value

    fileprivate enum Next {
        case value
        case valueOrEnd
        case keyOrEnd
        case colon
        case commaOrEnd
    }

    /// Returns the offset at which the text stops being JSON; `nil` if it is JSON.
    static func firstFault(in bytes: [UInt8]) -> Int? {
        var reader = Self(bytes: bytes)
        while true {
            reader.skipBlanks()
            let isOver = reader.open.isEmpty && reader.next == .commaOrEnd
            guard reader.index < bytes.count else { return isOver ? nil : reader.index }
            guard reader.takeToken() else { return reader.index }
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}

private extension JSONSyntax {
    mutating func skipBlanks() {
        while index < bytes.count, " \n\r\t".utf8.contains(bytes[index]) { index += 1 }
    }

    /// Reads the next token.
    ///
    /// - Returns: `false` if the token is not allowed there; `index` is then that of the first byte that is not
    ///   allowed.
    mutating func takeToken() -> Bool {
        let byte = bytes[index]
        switch (next, byte) {
        case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")):
            begin("}", with: .keyOrEnd)
        case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
            begin("]", with: .valueOrEnd)
        case (.valueOrEnd, open.last), (.keyOrEnd, open.last), (.commaOrEnd, open.last):
            open.removeLast()
            index += 1
            next = .commaOrEnd
        case (.keyOrEnd, UInt8(ascii: "\"")):
            guard takeText() else { return false }
            next = .colon
        case (.colon, UInt8(ascii: ":")):
            index += 1
            next = .value
        case (.commaOrEnd, UInt8(ascii: ",")) where !open.isEmpty:
            index += 1
            next = open.last == UInt8(ascii: "}") ? .keyOrEnd : .valueOrEnd
        case (.value, _) where !open.isEmpty, (.valueOrEnd, _):
            guard byte == UInt8(ascii: "\"") ? takeText() : takeWord() else { return false }
            next = .commaOrEnd
        default: return false
        }
        return true
    }

    mutating func begin(_ end: Character, with next: Next) {
        open += String(end).utf8
        index += 1
        self.next = next
    }

    mutating func takeText() -> Bool {
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return true
            case UInt8(ascii: "\\"):
                guard takeEscape() else { return false }
            case ..<0x20: return false
            default: index += 1
            }
        }
        return false
    }

    mutating func takeEscape() -> Bool {
        let rest = bytes[(index + 1)...]
        guard let letter = rest.first else { return false }
        if letter == UInt8(ascii: "u") {
            let digits = rest.dropFirst().prefix(4)
            guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
                return false
            }
            index += 6
            return true
        }
        index += 2
        return "\"\\/bfnrt".utf8.contains(letter)
    }

    /// Reads a number or one of the three literal names.
    mutating func takeWord() -> Bool {
        let word = String(
            decoding: bytes[index...].prefix { !" \n\r\t,:[]{}\"".utf8.contains($0) }, as: UTF8.self)
        let isWord =
            ["true", "false", "null"].contains(word)
            || (try? /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/.wholeMatch(in: word)) != nil
        if isWord { index += word.utf8.count }
        return isWord
    }
}
