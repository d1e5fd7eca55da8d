/// The path of a request, with its percent-encoding resolved.
struct RequestPath: Equatable {
    /// The bytes after the root of the site: empty for the root itself.
    let bytes: [UInt8]

    /// - Parameter target: the path as it was sent, without a query.
    /// - Returns: `nil` if it is not a path, or could mean another one elsewhere: an address with a host, a `%`
    ///   without two digits, or an encoded slash, backslash or control character.
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
