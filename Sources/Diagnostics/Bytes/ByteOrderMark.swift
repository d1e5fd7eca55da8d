extension [UInt8] {
    /// Where a file's text begins: behind a byte order mark, which editors do not show, or at its first byte.
    public var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
