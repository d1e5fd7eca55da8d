import StatusModel

extension Sequence<UInt8> {
    /// A hash (FNV-1a) of the bytes, as 16 hexadecimal digits.
    var fingerprint: String {
        let digits = String(fnv1a, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
