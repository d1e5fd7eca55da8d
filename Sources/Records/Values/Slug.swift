extension String {
    /// A record's id as it stands in addresses: in lower case, every run of characters other than letters,
    /// digits, `.`, `_` and `-` made one `-`.
    var asSlug: String {
        var slug = ""
        for character in lowercased() {
            if character.isLetter || character.isNumber || "._-".contains(character) {
                slug.append(character)
            } else if slug.last != "-" {
                slug.append("-")
            }
        }
        return slug
    }
}
