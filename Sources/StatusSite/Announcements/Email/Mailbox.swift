import Diagnostics

/// The sender or a recipient of an email: an address, and possibly a name.
public struct Mailbox: Hashable, Sendable {
    /// The name that readers see; may be empty.
    let name: String
    /// The address, such as `status@example.com`.
    let address: String
}

extension Mailbox {
    /// Reads `status@example.com` or `Example Status <status@example.com>`; fails if the text is neither.
    public init?(_ text: String) {
        var (name, address) = ("", text)
        if text.hasSuffix(">"), let start = text.lastIndex(of: "<") {
            (name, address) = (
                String(text[..<start]).onOneLine, String(text[start...].dropFirst().dropLast())
            )
        }
        let isQuoted = name.count > 1 && name.hasPrefix("\"") && name.hasSuffix("\"")
        self.init(name: isQuoted ? String(name.dropFirst().dropLast()) : name, address: address)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ String($0).isDotAtom }) else { return nil }
    }

    /// Returns the mailbox as the value of a header, with the address on its own line if it does not fit after the
    /// name.
    ///
    /// - Parameter header: the name of the header, which precedes it with a colon and a space.
    func value(behind header: String) -> String {
        guard !name.isEmpty else { return address }
        let quoted = name.quotedForHeader
        let column = header.utf8.count + 2
        let isShort = name.isSafeInHeader && column + quoted.utf8.count <= 76
        let words = isShort ? quoted : name.encodedWords(after: column)
        let fits = isShort && column + quoted.utf8.count + address.utf8.count + 3 <= 76
        return words + (fits ? " " : "\r\n ") + "<\(address)>"
    }
}

extension String {
    /// The text with white space, and all characters that are invalid in headers, as single spaces.
    ///
    /// A line break thus cannot begin another header.
    var onOneLine: String {
        unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }
            .map { String($0) }.joined(separator: " ")
    }
}
