/// The ASCII classes of a byte of UTF-8; bytes of all other characters are not in any class.
extension UInt8 {
    /// Whether the byte is a digit, `0` to `9`.
    @inlinable public var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// Whether the byte is a hexadecimal digit, in either case.
    @inlinable public var isHexDigit: Bool {
        isDigit || UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "f")
    }

    /// Whether the byte is a letter, `a` to `z` or `A` to `Z`.
    @inlinable public var isLetter: Bool { (self | 0x20).isSmallLetter }

    /// Whether the byte is a lowercase letter, `a` to `z`.
    @inlinable public var isSmallLetter: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }

    /// Whether the byte is a space or a tab.
    @inlinable public var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// Whether the byte is ASCII white space: a space, a tab, LF, VT, FF or CR.
    @inlinable public var isSpace: Bool { self == UInt8(ascii: " ") || 0x09 <= self && self <= 0x0D }
}

extension Unicode.Scalar {
    /// Whether the scalar is a control character (Unicode's general category Cc): U+0000 to U+001F or U+007F to U+009F.
    @inlinable public var isControl: Bool { value < 0x20 || 0x7F <= value && value <= 0x9F }

    /// Whether the scalar does not belong in text: U+FFFE, U+FFFF, or a control character other than tab, LF and CR.
    public var isStray: Bool {
        switch self {
        case "\t", "\n", "\r": false
        default: isControl || value == 0xFFFE || value == 0xFFFF
        }
    }
}

extension [UInt8] {
    /// The offset of a file's text: after a byte order mark, which editors do not show, if there is one.
    public var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The offset of the first byte that is invalid in UTF-8; `nil` if all bytes are valid.
    package var firstOffsetOutsideUTF8: Int? {
        // The standard library validates whole texts with vector instructions; the place is looked for only if
        // necessary.
        guard String(validating: self, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
