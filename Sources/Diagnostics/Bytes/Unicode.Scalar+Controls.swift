extension Unicode.Scalar {
    /// Whether it is a control character (Unicode's general category Cc): U+0000 to U+001F and U+007F to U+009F.
    @inlinable public var isControl: Bool { value < 0x20 || 0x7F <= value && value <= 0x9F }

    /// Whether it belongs in no text: a control character other than a tab, LF or CR, or U+FFFE or U+FFFF.
    public var isStray: Bool {
        switch self {
        case "\t", "\n", "\r": false
        default: isControl || value == 0xFFFE || value == 0xFFFF
        }
    }
}
