extension Unicode.Scalar {
    /// Whether it is a control character (Unicode's general category Cc): U+0000 to U+001F and U+007F to U+009F.
    @inlinable public var isControl: Bool { value < 0x20 || 0x7F <= value && value <= 0x9F }

    /// Whether it is a control character other than a tab or the end of a line, or U+FFFE or U+FFFF: what no text holds,
    /// and neither XML nor a terminal should get.
    public var isStray: Bool {
        switch self {
        case "\t", "\n", "\r": false
        default: isControl || value == 0xFFFE || value == 0xFFFF
        }
    }
}
