/// A record's id as it stands in addresses: in lower case, every run of characters other than letters,
/// digits, `.`, `_` and `-` made one `-`.
func slug(of id: String) -> String {
    var slug = ""
    for character in id.lowercased() {
        if character.isLetter || character.isNumber || "._-".contains(character) {
            slug.append(character)
        } else if slug.last != "-" {
            slug.append("-")
        }
    }
    return slug
}
