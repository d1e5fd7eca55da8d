/// The ASCII classes of a byte of UTF-8; bytes of all other characters are in none.
extension UInt8 {
    /// A digit, `0` to `9`.
    @inlinable public var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// A digit to the base 16, in either case.
    @inlinable public var isHexDigit: Bool {
        isDigit || UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "f")
    }

    /// A letter, `a` to `z` or `A` to `Z`.
    @inlinable public var isLetter: Bool { (self | 0x20).isSmallLetter }

    /// A letter, `a` to `z`.
    @inlinable public var isSmallLetter: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }

    /// A space or a tab.
    @inlinable public var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// ASCII white space: a space, a tab, LF, VT, FF or CR.
    @inlinable public var isSpace: Bool { self == UInt8(ascii: " ") || 0x09 <= self && self <= 0x0D }
}
