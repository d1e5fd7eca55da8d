import Diagnostics

/// Who an e-mail is from or for: an address, and a name where there is one.
public struct Mailbox: Hashable, Sendable {
    /// What readers see; may be empty.
    let name: String
    /// As in `status@example.com`.
    let address: String
}

extension Mailbox {
    /// Reads `status@example.com` or `Example Status <status@example.com>`; nothing where it is neither.
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

    /// As the value of a header, the address on a line of its own where it does not fit behind the name.
    ///
    /// - Parameter header: the header's name, which stands in front of it with a colon and a space.
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
    /// The text with all white space, and whatever a header cannot hold, as single spaces: no line break
    /// makes a header of its own.
    var onOneLine: String {
        unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }
            .map { String($0) }.joined(separator: " ")
    }
}
