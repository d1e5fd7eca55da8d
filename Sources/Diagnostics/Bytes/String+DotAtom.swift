extension String {
    /// Whether each side of an address of e-mail can be so without quotation marks (RFC 5322, §3.2.3).
    public var isDotAtom: Bool {
        split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.isAtom
        }
    }
}

extension StringProtocol {
    /// Whether it has nothing but what an atom can have (RFC 5322, §3.2.3: `atext`).
    public var isAtom: Bool {
        utf8.allSatisfy { $0.isLetter || $0.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }
}
