/// What a byte of UTF-8 is, as far as ASCII goes: a byte of any other character is none of these.
extension UInt8 {
    /// A digit, `0` to `9`.
    @inlinable public var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// A letter, `a` to `z` or `A` to `Z`.
    @inlinable public var isLetter: Bool { (self | 0x20).isSmallLetter }

    /// A letter, `a` to `z`.
    @inlinable public var isSmallLetter: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }

    /// A space or a tab.
    @inlinable public var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// A space, a tab, or what ends a line or a page.
    @inlinable public var isSpace: Bool { self == UInt8(ascii: " ") || 0x09 <= self && self <= 0x0D }
}
