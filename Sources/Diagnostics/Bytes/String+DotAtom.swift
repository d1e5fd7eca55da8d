extension String {
    /// Whether the string can be written without quotation marks on either side of an email address (RFC 5322,
    /// §3.2.3).
    public var isDotAtom: Bool {
        split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.isAtom
        }
    }
}

extension StringProtocol {
    /// Whether the string has only characters that are allowed in an atom (RFC 5322, §3.2.3: `atext`).
    public var isAtom: Bool {
        utf8.allSatisfy { $0.isLetter || $0.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }
}
