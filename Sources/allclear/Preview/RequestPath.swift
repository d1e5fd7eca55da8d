/// The path that a request names, with its percent signs resolved.
struct RequestPath: Equatable {
    /// The bytes from the site's root on: empty for the root itself.
    let bytes: [UInt8]

    /// - Parameter target: the path as it was sent, without a query.
    /// - Returns: nothing for what is no path, or could mean another one elsewhere: an address with a host,
    ///   a `%` without two digits, a slash, backslash or control character behind one.
    init?(sentAs target: String) {
        var sent = Array(target.utf8)[...]
        guard sent.popFirst() == UInt8(ascii: "/") else { return nil }
        var bytes: [UInt8] = []
        while let byte = sent.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let resolved = Self.byte(writtenAs: sent.prefix(2)) else { return nil }
            bytes.append(resolved)
            sent = sent.dropFirst(2)
        }
        self.bytes = bytes
    }
}

private extension RequestPath {
    static func byte(writtenAs digits: ArraySlice<UInt8>) -> UInt8? {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count == 2 else { return nil }
        let byte = UInt8(values[0] * 16 + values[1])
        return byte < 0x20 || byte == 0x7F || "/\\".utf8.contains(byte) ? nil : byte
    }
}
