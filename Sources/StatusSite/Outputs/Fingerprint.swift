extension Sequence<UInt8> {
    /// FNV-1a with 64 bits (draft-eastlake-fnv). It keeps slips apart, and no more is asked.
    var hash: UInt64 {
        reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    /// The hash as 16 hexadecimal digits that tell bytes from others.
    var fingerprint: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
