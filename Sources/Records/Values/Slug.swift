import Diagnostics

extension String {
    /// A record's id in the form for addresses: in lowercase, with `-` for each run of characters other than letters,
    /// digits, `.`, `_` and `-`.
    var asSlug: String {
        // Almost every id is already a slug.
        if utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isSlugByte) }) == true { return self }
        var slug = ""
        for character in lowercased() {
            // Marks that combine with a letter stay with it, but not other signs that form one character with the
            // letter before.
            if character.unicodeScalars.allSatisfy({ $0.isOfWord || $0.isMark }) || "._-".contains(character)
            {
                slug.append(character)
            } else if slug.last != "-" {
                slug.append("-")
            }
        }
        return slug
    }
}

/// Whether a byte can remain in a slug as it is.
private func isSlugByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: byte.isSmallLetter || byte.isDigit
    }
}
