import Diagnostics

extension String {
    /// A record's id as it stands in addresses: in lower case, every run of characters other than letters,
    /// digits, `.`, `_` and `-` made one `-`.
    var asSlug: String {
        // Nearly every id is its own.
        if utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isSlugByte) }) == true { return self }
        var slug = ""
        for character in lowercased() {
            // What combines with a letter stays with it, but not another sign that a letter in front makes one with.
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

/// Whether a byte may stand in a slug as it is: most ids are slugs already.
private func isSlugByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: byte.isSmallLetter || byte.isDigit
    }
}
