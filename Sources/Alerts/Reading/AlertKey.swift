import Diagnostics

/// The identity of an alert at its sender, in the form that the ledger stores.
///
/// That form reveals nothing, because keys such as ARNs contain an account's number, and ledgers may be public.
public enum AlertKey {
    /// Returns the key itself if it is 8 to 40 ASCII letters and digits; otherwise, the first 16 hexadecimal digits of
    /// the SHA-256 hash of the source, a NUL byte and the key.
    public static func stored(_ key: String, from source: String) -> String {
        isStored(key) ? key : String(SHA256.hexDigest(of: Array(source.utf8) + [0] + key.utf8).prefix(16))
    }

    /// Whether the text has the form of a stored key.
    static func isStored(_ key: String) -> Bool {
        (8...40).contains(key.utf8.count) && key.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    }

    /// Whether the text can be the name of a source: 1 to 32 of `a-z`, `0-9` and `-`.
    static func isSource(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}
